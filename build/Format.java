import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Formats the project's Java sources in google-java-format, or tells which are not in it.
 *
 * <p>{@code java Format.java check|fix DIRECTORY}, from the project's root. Sources that are not in
 * order are printed and stand in DIRECTORY's file {@code unformatted}; there is no such file when
 * all are. Sources older than the file {@code formatted} were in order before and are not read
 * again.
 */
final class Format {
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".venv", ".aws-sam");
  private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.GOOGLE;
  private static final Formatter FORMATTER =
      new Formatter(JavaFormatterOptions.builder().style(STYLE).build());

  static void main(String[] arguments) throws IOException {
    boolean fix = arguments[0].equals("fix");
    Path directory = Files.createDirectories(Path.of(arguments[1]));
    Path formatted = directory.resolve("formatted");
    Path unformatted = directory.resolve("unformatted");
    FileTime started = FileTime.fromMillis(System.currentTimeMillis());

    List<String> left =
        sourcesSince(formatted).parallelStream()
            .filter(source -> !isInOrder(source, fix))
            .map(Path::toString)
            .sorted()
            .toList();
    if (left.isEmpty()) {
      Files.deleteIfExists(unformatted);
      Files.writeString(formatted, "");
      Files.setLastModifiedTime(formatted, started);
    } else {
      Files.write(unformatted, left);
      left.forEach(source -> System.err.println("Not formatted: " + source));
    }
  }

  private static boolean isInOrder(Path source, boolean fix) {
    try {
      String text = Files.readString(source);
      String ordered = ImportOrderer.reorderImports(text, STYLE);
      String formatted = FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
      if (fix && !formatted.equals(text)) {
        Files.writeString(source, formatted);
        return true;
      }
      return formatted.equals(text);
    } catch (FormatterException | IOException e) {
      System.err.println(source + ": " + e.getMessage());
      return false;
    }
  }

  private static List<Path> sourcesSince(Path formatted) throws IOException {
    FileTime seen =
        Files.exists(formatted)
            ? Files.getLastModifiedTime(formatted)
            : FileTime.fromMillis(Long.MIN_VALUE);
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(
        Path.of(""),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes a) {
            return NOT_OURS.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")
                && attributes.lastModifiedTime().compareTo(seen) >= 0) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources;
  }
}

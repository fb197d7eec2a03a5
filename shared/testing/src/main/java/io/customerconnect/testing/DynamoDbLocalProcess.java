package io.customerconnect.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A running DynamoDB Local in a process of its own, in memory, reachable from this machine only.
 *
 * <p>It ends with {@link #close()}, and with this JVM, also when that is killed.
 */
public final class DynamoDbLocalProcess implements AutoCloseable {
  private final Process process;
  private final URI endpoint;

  private DynamoDbLocalProcess(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * Starts it and waits until it listens, 2 to 8 seconds.
   *
   * @param jars folder of its jars, {@code local/dynamodb/target/lib} of the project
   * @throws IllegalStateException in one line, when the jars are not there or it does not start
   */
  public static DynamoDbLocalProcess start(Path jars) {
    if (!Files.isDirectory(jars)) {
      throw new IllegalStateException(
          "DynamoDB Local is not in "
              + jars
              + ": build it with 'mvn -pl local/dynamodb process-resources'");
    }
    try {
      return started(new ProcessBuilder(command(jars)).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException("DynamoDB Local does not start", e);
    }
  }

  /** Where it listens, as in {@code http://127.0.0.1:41234}. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static List<String> command(Path jars) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+UseSerialGC",
        "-Xmx1g",
        "-cp",
        jars.resolve("*") + System.getProperty("path.separator") + own(),
        DynamoDbLocalServer.class.getName());
  }

  private static Path own() {
    try {
      return Path.of(
          DynamoDbLocalProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DynamoDbLocalProcess started(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    List<String> said = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(DynamoDbLocalServer.LISTENING)) {
        String port = line.substring(DynamoDbLocalServer.LISTENING.length());
        Thread.ofPlatform().daemon().name("dynamodb-local").start(() -> drain(output));
        return new DynamoDbLocalProcess(process, URI.create("http://127.0.0.1:" + port));
      }
      said.add(line);
    }
    throw new IllegalStateException("DynamoDB Local does not start: " + String.join(" / ", said));
  }

  private static void drain(BufferedReader output) {
    try {
      while (output.readLine() != null) {
        // A full pipe would stop the server.
      }
    } catch (IOException e) {
      // The process has ended.
    }
  }
}

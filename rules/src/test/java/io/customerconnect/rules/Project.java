package io.customerconnect.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.customerconnect.template.Function;
import io.customerconnect.template.Parameters;
import io.customerconnect.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The project as it stands on disk: its template, and the compiled classes of its modules. */
final class Project {
  static final Path ROOT = Path.of(System.getProperty("customerconnect.root", ""));

  static final Template TEMPLATE =
      Template.read(
          ROOT.resolve("template.yaml"),
          Parameters.of(
              Map.of(
                  "MailSender", "CustomerConnect <no-reply@connect.example.com>",
                  "MailDomain", "connect.example.com",
                  "PortalOrigin", "https://connect.example.com",
                  "AWS::Region", "eu-central-1",
                  "AWS::AccountId", "123456789012",
                  "AWS::Partition", "aws",
                  "AWS::URLSuffix", "amazonaws.com",
                  "AWS::StackName", "customerconnect")));

  /** Modules of this name are what tests of others stand on. */
  private static final String TESTING = "testing";

  private static final String CLASSES = "target/classes";
  private static final String TEST_CLASSES = "target/test-classes";

  private Project() {}

  /** What runs inside functions: the functions' modules and those that they share. */
  static JavaClasses deployed() {
    return classes(
        Stream.concat(modulesOf("functions"), modulesOf("shared"))
            .filter(module -> !module.endsWith(TESTING))
            .map(module -> module.resolve(CLASSES)));
  }

  /** All classes that are not tests. */
  static JavaClasses all() {
    return classes(modules().map(module -> module.resolve(CLASSES)));
  }

  /** Tests and what only they use. */
  static JavaClasses tests() {
    return classes(
        Stream.concat(
            modules().map(module -> module.resolve(TEST_CLASSES)),
            modules()
                .filter(module -> module.endsWith(TESTING))
                .map(module -> module.resolve(CLASSES))));
  }

  /** The classes of the module that a function's code is in. */
  static JavaClasses moduleOf(Function function) {
    return classes(Stream.of(ROOT.resolve(function.codeUri()).resolve(CLASSES)));
  }

  /** The classes of all modules under {@code functions/}. */
  static JavaClasses functions() {
    return classes(modulesOf("functions").map(module -> module.resolve(CLASSES)));
  }

  private static Stream<Path> modules() {
    return Stream.of(
            modulesOf("functions"),
            modulesOf("shared"),
            modulesOf("local"),
            modulesOf("portal"),
            modulesOf("."))
        .flatMap(modules -> modules);
  }

  private static Stream<Path> modulesOf(String folder) {
    try (Stream<Path> modules = Files.list(ROOT.resolve(folder))) {
      return modules.filter(module -> Files.exists(module.resolve("src"))).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaClasses classes(Stream<Path> folders) {
    List<Path> existing = folders.filter(Files::exists).toList();
    return new ClassFileImporter().importPaths(existing);
  }
}

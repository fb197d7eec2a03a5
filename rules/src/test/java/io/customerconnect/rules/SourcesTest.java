package io.customerconnect.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What every module's code and tests have in common. */
final class SourcesTest {
  private static final JavaClasses TESTS = Project.tests();

  @Test
  void everyPackageSaysWhatMayBeNull() {
    List<String> unmarked =
        Project.all().stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(candidate -> !candidate.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();

    assertThat(unmarked).as("packages without @NullMarked in their package-info.java").isEmpty();
  }

  @Test
  void noTestIsSkippedByAnAnnotation() {
    noMethods().should().beAnnotatedWith(skipping()).check(TESTS);
    noClasses().should().beAnnotatedWith(skipping()).check(TESTS);
  }

  @Test
  void noTestIsSkippedByAnAssumption() {
    Set<String> assumptions =
        Set.of("org.junit.jupiter.api.Assumptions", "org.assertj.core.api.Assumptions");
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "assume something",
                type ->
                    assumptions.contains(type.getName())
                        || type.getName().equals("org.opentest4j.TestAbortedException")))
        .check(TESTS);
  }

  private static DescribedPredicate<JavaAnnotation<?>> skipping() {
    return DescribedPredicate.describe(
        "a condition of JUnit's",
        annotation -> {
          String name = annotation.getRawType().getName();
          return name.equals("org.junit.jupiter.api.Disabled")
              || name.startsWith("org.junit.jupiter.api.condition.");
        });
  }
}

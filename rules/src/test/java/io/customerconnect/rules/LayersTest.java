package io.customerconnect.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.customerconnect.lambda.Environment;
import io.customerconnect.lambda.Platform;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may know whom: domain, then lambda, table and mail, then the functions side by side. */
final class LayersTest {
  private static final JavaClasses DEPLOYED = Project.deployed();

  @Test
  void theDomainKnowsNothingButItself() {
    classes()
        .that()
        .resideInAPackage("io.customerconnect.domain..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("io.customerconnect.domain..", "java..", "org.jspecify.."))
        .check(DEPLOYED);
  }

  @Test
  void theDomainAsksTheMachineForNothing() {
    noClasses()
        .that()
        .resideInAPackage("io.customerconnect.domain..")
        .should()
        .dependOnClassesThat(
            belongToAnyOf(System.class, Runtime.class, Thread.class, ProcessHandle.class))
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.net.http..", "java.nio.file..", "java.security..", "java.sql.."))
        .check(DEPLOYED);
  }

  @Test
  void functionsDoNotKnowEachOther() {
    slices()
        .matching("io.customerconnect.functions.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(DEPLOYED);
  }

  @Test
  void whatIsSharedDoesNotKnowTheFunctions() {
    noClasses()
        .that(not(resideInAPackage("io.customerconnect.functions..")))
        .should()
        .dependOnClassesThat(resideInAPackage("io.customerconnect.functions.."))
        .check(DEPLOYED);
  }

  @Test
  void lambdaKnowsNeitherTableNorMail() {
    noClasses()
        .that()
        .resideInAPackage("io.customerconnect.lambda..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.customerconnect.table..", "io.customerconnect.mail.."))
        .check(DEPLOYED);
  }

  @Test
  void theTableDoesNotKnowMails() {
    noClasses()
        .that()
        .resideInAPackage("io.customerconnect.table..")
        .should()
        .dependOnClassesThat(resideInAPackage("io.customerconnect.mail.."))
        .check(DEPLOYED);
  }

  @Test
  void nothingDeployedKnowsTestsOrTheLocalStack() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.customerconnect.testing..",
                "io.customerconnect.local..",
                "io.customerconnect.template.."))
        .check(DEPLOYED);
  }

  @Test
  void onlyTheTableSpeaksToDynamoDb() {
    noClasses()
        .that(not(resideInAPackage("io.customerconnect.table..")))
        .should()
        .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.services.dynamodb.."))
        .check(DEPLOYED);
  }

  @Test
  void onlyMailSpeaksToSes() {
    noClasses()
        .that(not(resideInAPackage("io.customerconnect.mail..")))
        .should()
        .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.services.sesv2.."))
        .check(DEPLOYED);
  }

  @Test
  void onlyLambdaReadsAndWritesJson() {
    noClasses()
        .that(not(resideInAPackage("io.customerconnect.lambda..")))
        .should()
        .dependOnClassesThat(resideInAPackage("com.fasterxml.."))
        .check(DEPLOYED);
  }

  @Test
  void nothingScansTheTable() {
    Set<String> scans = Set.of("scan", "scanPaginator");
    Set<String> statementsThatMayScan =
        Set.of("executeStatement", "batchExecuteStatement", "executeTransaction");
    classes()
        .should(
            Uses.none(
                "a scan",
                access ->
                    isOfSdk(access)
                        && (scans.contains(access.getName())
                            || statementsThatMayScan.contains(access.getName()))))
        .check(DEPLOYED);
  }

  @Test
  void endpointsComeFromTheEnvironmentAlone() {
    classes()
        .should(
            Uses.none(
                "endpointOverride",
                access -> access.getName().equals("endpointOverride") && isOfSdk(access)))
        .check(DEPLOYED);
  }

  @Test
  void onlyThePlatformKnowsTheSystemsClock() {
    classes()
        .that(not(belongToAnyOf(Platform.class)))
        .should(
            Uses.none(
                "the system's clock",
                access ->
                    asksTheSystem(access)
                        || Uses.isOfSystem(access, "currentTimeMillis")
                        || Uses.isOfSystem(access, "nanoTime")))
        .check(DEPLOYED);
  }

  @Test
  void onlyTheEnvironmentReadsEnvironmentVariables() {
    classes()
        .that(not(belongToAnyOf(Environment.class)))
        .should(Uses.none("System.getenv", access -> Uses.isOfSystem(access, "getenv")))
        .check(DEPLOYED);
  }

  @Test
  void onlyLambdaWritesToTheLog() {
    classes()
        .that(not(resideInAPackage("io.customerconnect.lambda..")))
        .should(
            Uses.none(
                "System.out",
                access -> Uses.isOfSystem(access, "out") || Uses.isOfSystem(access, "err")))
        .andShould()
        .onlyDependOnClassesThat(not(resideInAnyPackage("java.util.logging..", "org.slf4j..")))
        .check(DEPLOYED);
  }

  private static boolean isOfSdk(JavaAccess<?> access) {
    return access.getTargetOwner().getPackageName().startsWith("software.amazon.awssdk");
  }

  /** {@code Instant.now(clock)} is fine, {@code Instant.now()} is not. */
  private static boolean asksTheSystem(JavaAccess<?> access) {
    boolean clock =
        access.getTargetOwner().getPackageName().equals("java.time")
            && (access.getName().equals("now") || access.getName().startsWith("system"));
    return clock
        && access.getTarget() instanceof AccessTarget.MethodCallTarget target
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.isAssignableTo(InstantSource.class));
  }
}

package io.customerconnect.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** The condition that no code of a class calls a method, or reads or writes a field. */
final class Uses extends ArchCondition<JavaClass> {
  private final Predicate<JavaAccess<?>> forbidden;

  private Uses(String what, Predicate<JavaAccess<?>> forbidden) {
    super("not use " + what);
    this.forbidden = forbidden;
  }

  static Uses none(String what, Predicate<JavaAccess<?>> forbidden) {
    return new Uses(what, forbidden);
  }

  /** A member of {@link System}. */
  static boolean isOfSystem(JavaAccess<?> access, String name) {
    return access.getTargetOwner().isEquivalentTo(System.class) && access.getName().equals(name);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    type.getAccessesFromSelf().stream()
        .filter(forbidden)
        .map(access -> SimpleConditionEvent.violated(access, access.getDescription()))
        .forEach(events::add);
  }
}

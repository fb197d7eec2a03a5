package io.customerconnect.portal.stories;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Tests that need a browser; without one each says that nothing was tested. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Interceptor.class)
@interface InChromium {

  /** Leaves the test out, and says so, where there is no browser. */
  final class Interceptor implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
        Invocation<Void> invocation,
        ReflectiveInvocationContext<Method> method,
        ExtensionContext context)
        throws Throwable {
      runOrSay(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
        Invocation<Void> invocation,
        ReflectiveInvocationContext<Method> method,
        ExtensionContext context)
        throws Throwable {
      runOrSay(invocation, context);
    }

    private static void runOrSay(Invocation<Void> invocation, ExtensionContext context)
        throws Throwable {
      if (Chromium.find().isPresent()) {
        invocation.proceed();
        return;
      }
      invocation.skip();
      String untested =
          "NOT TESTED: "
              + context.getRequiredTestClass().getSimpleName()
              + " "
              + context.getDisplayName()
              + ": there is no chromium with a chromedriver on this machine";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(untested);
      }
      System.out.println(untested);
    }
  }
}

package io.customerconnect.testing.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.template.Function;
import io.customerconnect.template.Parameters;
import io.customerconnect.template.Template;
import io.customerconnect.testing.DynamoDbLocal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A function of the module that is being tested, as the template deploys it. */
record Deployed(Function function) {

  /** All functions whose code is in this module. */
  static List<Deployed> ofThisModule() {
    Path root = DynamoDbLocal.root();
    Path module = Path.of(System.getProperty("basedir", ""));
    List<Deployed> functions =
        Template.read(root.resolve("template.yaml"), Parameters.defaults()).functions().stream()
            .filter(function -> root.resolve(function.codeUri()).equals(module))
            .map(Deployed::new)
            .toList();
    if (functions.isEmpty()) {
      throw new IllegalStateException("The template has no function in " + module);
    }
    return functions;
  }

  /** A new instance of its handler. */
  RequestStreamHandler handler(Platform platform) {
    try {
      return Class.forName(function.handler())
          .asSubclass(RequestStreamHandler.class)
          .getConstructor(Platform.class)
          .newInstance(platform);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(function.id() + " cannot be made", e);
    }
  }

  /** What a handler answers to an event, through the method that Lambda calls. */
  static String invoke(RequestStreamHandler handler, byte[] event) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), answer, new TestContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** As {@link #invoke(RequestStreamHandler, byte[])}, of a handler that answers in JSON. */
  static Json.Obj invoke(RequestStreamHandler handler, Json event) {
    return Json.readObject(invoke(handler, event.toBytes()));
  }
}

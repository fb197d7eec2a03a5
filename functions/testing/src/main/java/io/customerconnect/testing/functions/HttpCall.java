package io.customerconnect.testing.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.lambda.Json;
import java.math.BigDecimal;

/** A request to a function, as the HTTP API passes it on. */
public record HttpCall(RequestStreamHandler function, Json.Obj event) {

  /** A request that nobody is signed in for. */
  public static HttpCall of(RequestStreamHandler function, String route) {
    return new HttpCall(
        function,
        Json.object()
            .with("version", "2.0")
            .with("routeKey", route)
            .with("isBase64Encoded", Json.of(false)));
  }

  /** An answer. */
  public record Answer(int status, String contentType, String body) {
    public Json.Obj json() {
      return Json.readObject(body);
    }

    /** The slug of the problem's type; empty when it is no problem. */
    public String problem() {
      return contentType.equals("application/problem+json")
          ? json().require("type").replace("urn:customerconnect:problem:", "")
          : "";
    }
  }

  public HttpCall signedInAs(String account, String user, String... groups) {
    return with(
        "requestContext",
        Json.object()
            .with(
                "authorizer",
                Json.object()
                    .with(
                        "jwt",
                        Json.object()
                            .with(
                                "claims",
                                Json.object()
                                    .with("sub", user)
                                    .with("custom:account_id", account)
                                    .with(
                                        "cognito:groups", "[" + String.join(" ", groups) + "]")))));
  }

  /** This request with one more claim in the token of whoever is signed in. */
  public HttpCall claim(String name, String value) {
    Json.Obj context = event.object("requestContext");
    Json.Obj authorizer = context.object("authorizer");
    Json.Obj jwt = authorizer.object("jwt");
    Json.Obj claims = jwt.object("claims").with(name, value);
    return with(
        "requestContext",
        context.with("authorizer", authorizer.with("jwt", jwt.with("claims", claims))));
  }

  /** This request by somebody who is not signed in. */
  public HttpCall signedOut() {
    return with("requestContext", Json.object());
  }

  public HttpCall path(String name, String value) {
    return with("pathParameters", event.object("pathParameters").with(name, value));
  }

  public HttpCall query(String name, String value) {
    return with("queryStringParameters", event.object("queryStringParameters").with(name, value));
  }

  public HttpCall header(String name, String value) {
    return with("headers", event.object("headers").with(name, value));
  }

  public HttpCall body(String body) {
    return with("body", Json.of(body));
  }

  private HttpCall with(String name, Json value) {
    return new HttpCall(function, event.with(name, value));
  }

  /**
   * Sends it.
   *
   * @throws AssertionError when the answer is not as {@code openapi.yaml} says
   */
  public Answer send() {
    Json.Obj response = Deployed.invoke(function, event);
    int status =
        response.find("statusCode").orElseThrow() instanceof Json.Num(BigDecimal number)
            ? number.intValueExact()
            : 0;
    Answer answer =
        new Answer(
            status,
            response.object("headers").string("content-type").orElse(""),
            response.string("body").orElse(""));
    OpenApi.ofProject().check(event, answer);
    return answer;
  }
}

package io.customerconnect.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.api.RouteTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** The portal's files beside the API: a path that is no route of the template's is one of them. */
final class PortalFiles implements HttpHandler {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json");

  /** Where the portal may ask something: here, of another sign-in page. */
  private static final Pattern CONNECTIONS = Pattern.compile("connect-src [^;]*");

  private final RouteTable routes;
  private final HttpHandler api;
  private final String settings;
  private final String policy;

  /**
   * @param policy the content security policy of the template's
   */
  PortalFiles(RouteTable routes, HttpHandler api, URI issuer, String clientId, String policy) {
    this.routes = routes;
    this.api = api;
    this.settings =
        Json.object()
            .with("issuer", issuer.toString())
            .with("clientId", clientId)
            .with("api", "")
            .toText();
    this.policy =
        CONNECTIONS
            .matcher(policy)
            .replaceFirst(
                "connect-src 'self' " + issuer.resolve("/").toString().replaceFirst("/$", ""));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean route = routes.has(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
    Optional<byte[]> file =
        route || !exchange.getRequestMethod().equals("GET")
            ? Optional.empty()
            : file(path.equals("/") ? "/index.html" : path);
    if (file.isEmpty()) {
      api.handle(exchange);
      return;
    }
    try (exchange) {
      String extension = path.substring(path.lastIndexOf('.') + 1);
      var headers = exchange.getResponseHeaders();
      headers.set(
          "content-type", Optional.ofNullable(TYPES.get(extension)).orElse(TYPES.get("html")));
      headers.set("cache-control", "no-cache");
      headers.set("content-security-policy", policy);
      headers.set("x-content-type-options", "nosniff");
      headers.set("referrer-policy", "no-referrer");
      byte[] body = file.get();
      if (Optional.ofNullable(exchange.getRequestHeaders().getFirst("accept-encoding"))
          .filter(encodings -> encodings.contains("gzip"))
          .isPresent()) {
        headers.set("content-encoding", "gzip");
        body = compressed(body);
      }
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] compressed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private Optional<byte[]> file(String path) throws IOException {
    if (path.equals("/settings.json")) {
      return Optional.of(settings.getBytes(StandardCharsets.UTF_8));
    }
    if (path.contains("..") || path.endsWith("/")) {
      return Optional.empty();
    }
    try (InputStream in = PortalFiles.class.getResourceAsStream("/portal" + path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }
}

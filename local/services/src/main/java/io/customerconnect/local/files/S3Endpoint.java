package io.customerconnect.local.files;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.customerconnect.local.files.S3Exception.Code;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * S3 as far as functions use it, with the bucket in the path (as the SDK has it for an address of
 * numbers): {@code PutObject} (with conditions and checksums, in {@code aws-chunked} too), {@code
 * GetObject} (with conditions and a range), {@code HeadObject}, {@code DeleteObject}, {@code
 * ListObjectsV2}, {@code HeadBucket}. There are no versions, parts, tags or access lists, and
 * signatures are not verified.
 */
public final class S3Endpoint implements HttpHandler {
  /** RFC 9110, as in {@code Mon, 03 Aug 2026 12:00:00 GMT}. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String METADATA = "x-amz-meta-";
  private static final int MAX_KEY_BYTES = 1024;

  private final ObjectStore store;

  public S3Endpoint(ObjectStore store) {
    this.store = store;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      respondTo(exchange);
    }
  }

  private void respondTo(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Server", "CustomerConnect");
    exchange.getResponseHeaders().set("x-amz-request-id", "LOCAL");
    try {
      Target target = Target.of(exchange.getRequestURI());
      if (!store.hasBucket(target.bucket())) {
        throw new S3Exception(Code.NO_SUCH_BUCKET, "The specified bucket does not exist.");
      }
      if (target.key().isEmpty()) {
        respondForBucket(exchange, target);
      } else {
        respondForObject(exchange, target);
      }
    } catch (S3Exception e) {
      String xml = S3Xml.error(e, exchange.getRequestURI().getPath());
      respond(exchange, e.code().status(), xml);
    }
  }

  private void respondForBucket(HttpExchange exchange, Target target) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "HEAD" -> respond(exchange, 200, "");
      case "GET" -> {
        if (!target.parameters().getOrDefault("list-type", "").equals("2")) {
          throw notImplemented();
        }
        respond(exchange, 200, ListRequest.of(target).answerFrom(store));
      }
      default -> throw notImplemented();
    }
  }

  private void respondForObject(HttpExchange exchange, Target target) throws IOException {
    if (target.key().getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
      throw new S3Exception(Code.KEY_TOO_LONG, "Your key is too long.");
    }
    boolean ofParts =
        target.parameters().keySet().stream()
            .anyMatch(name -> !name.equals("x-id") && !name.startsWith("response-"));
    if (ofParts || exchange.getRequestHeaders().containsKey("x-amz-copy-source")) {
      throw notImplemented();
    }
    switch (exchange.getRequestMethod()) {
      case "PUT" -> put(exchange, target.object());
      case "GET", "HEAD" -> get(exchange, target.object());
      case "DELETE" -> {
        store.delete(target.object());
        exchange.sendResponseHeaders(204, -1);
      }
      default -> throw new S3Exception(Code.METHOD_NOT_ALLOWED, "The method is not allowed here.");
    }
  }

  private static S3Exception notImplemented() {
    return new S3Exception(Code.NOT_IMPLEMENTED, "Not among the operations that are here.");
  }

  private void put(HttpExchange exchange, ObjectKey key) throws IOException {
    Headers request = exchange.getRequestHeaders();
    try (ObjectBody body = ObjectBody.receive(request, exchange.getRequestBody(), store)) {
      Optional<StoredObject> put =
          store.commit(
              key,
              headers(request, body.checksum()),
              body.upload(),
              before -> Condition.of(request).allowsToReplace(before));
      StoredObject object =
          put.orElseThrow(
              () ->
                  new S3Exception(
                      Code.PRECONDITION_FAILED,
                      "At least one of the pre-conditions you specified did not hold."));
      exchange.getResponseHeaders().set("ETag", quoted(object.etag()));
      object
          .headers()
          .checksum()
          .ifPresent(
              checksum ->
                  exchange
                      .getResponseHeaders()
                      .set(checksum.algorithm().header(), checksum.value()));
      respond(exchange, 200, "");
    }
  }

  private static ObjectHeaders headers(Headers request, Optional<Checksum> checksum) {
    SortedMap<String, String> metadata = new TreeMap<>();
    request.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (lower.startsWith(METADATA)) {
            metadata.put(lower.substring(METADATA.length()), String.join(",", values));
          }
        });
    return new ObjectHeaders(
        Optional.ofNullable(request.getFirst("Content-Type"))
            .orElse(ObjectHeaders.none().contentType()),
        metadata,
        checksum);
  }

  private void get(HttpExchange exchange, ObjectKey key) throws IOException {
    StoredObject object = store.find(key).orElseThrow(S3Endpoint::noSuchKey);
    Headers request = exchange.getRequestHeaders();
    Condition.of(request).checkForReading(object);
    Optional<ByteRange> range =
        Optional.ofNullable(request.getFirst("Range"))
            .flatMap(header -> ByteRange.parse(header, object.size()));
    try (FileChannel content = open(object)) {
      describe(object, exchange.getResponseHeaders());
      range.ifPresent(
          part -> exchange.getResponseHeaders().set("Content-Range", part.of(object.size())));
      if (range.isEmpty() && "ENABLED".equals(request.getFirst("x-amz-checksum-mode"))) {
        object
            .headers()
            .checksum()
            .ifPresent(
                checksum ->
                    exchange
                        .getResponseHeaders()
                        .set(checksum.algorithm().header(), checksum.value()));
      }
      int status = range.isPresent() ? 206 : 200;
      ByteRange bytes = range.orElse(new ByteRange(0, object.size() - 1));
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", Long.toString(bytes.length()));
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      exchange.sendResponseHeaders(status, bytes.length() == 0 ? -1 : bytes.length());
      send(content, bytes, exchange);
    }
  }

  private static FileChannel open(StoredObject object) throws IOException {
    try {
      return object.open();
    } catch (NoSuchFileException _) {
      throw noSuchKey();
    }
  }

  private static S3Exception noSuchKey() {
    return new S3Exception(Code.NO_SUCH_KEY, "The specified key does not exist.");
  }

  private static void describe(StoredObject object, Headers response) {
    response.set("ETag", quoted(object.etag()));
    response.set("Last-Modified", HTTP_DATE.format(object.lastModified()));
    response.set("Accept-Ranges", "bytes");
    response.set("Content-Type", object.headers().contentType());
    for (Map.Entry<String, String> entry : object.headers().metadata().entrySet()) {
      response.set(METADATA + entry.getKey(), entry.getValue());
    }
  }

  private static void send(FileChannel content, ByteRange bytes, HttpExchange exchange)
      throws IOException {
    WritableByteChannel out = Channels.newChannel(exchange.getResponseBody());
    long place = bytes.first();
    while (place <= bytes.last()) {
      place += content.transferTo(place, bytes.last() - place + 1, out);
    }
  }

  private static void respond(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] body = xml.getBytes(StandardCharsets.UTF_8);
    boolean silent = exchange.getRequestMethod().equals("HEAD") || status == 304;
    if (silent || body.length == 0) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String quoted(String etag) {
    return "\"" + etag + "\"";
  }
}

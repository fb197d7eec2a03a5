package io.customerconnect.local.files;

import com.sun.net.httpserver.Headers;
import io.customerconnect.local.files.S3Exception.Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The body of a {@code PutObject}, received and checked against what the request says about it.
 *
 * @param checksum as the request gave it, in its headers or behind the body
 */
record ObjectBody(Upload upload, Optional<Checksum> checksum) implements AutoCloseable {
  private static final String CHUNKED = "aws-chunked";

  /**
   * Reads a body to its end.
   *
   * @throws S3Exception when it is shorter than it says, or damaged
   */
  static ObjectBody receive(Headers request, InputStream body, ObjectStore store)
      throws IOException {
    boolean chunked =
        first(request, "Content-Encoding").toLowerCase(Locale.ROOT).contains(CHUNKED)
            || first(request, "x-amz-content-sha256").startsWith("STREAMING-");
    Optional<Checksum.Algorithm> algorithm = algorithm(request);
    if (!chunked) {
      Upload upload = store.receive(body, algorithm);
      return checked(
          request,
          upload,
          first(request, "Content-Length"),
          algorithm.map(known -> new Checksum(known, first(request, known.header()))));
    }
    AwsChunkedInputStream chunks = new AwsChunkedInputStream(body);
    Upload upload = received(chunks, algorithm, store);
    return checked(
        request,
        upload,
        first(request, "x-amz-decoded-content-length"),
        algorithm.map(
            known ->
                new Checksum(
                    known,
                    chunks
                        .trailers()
                        .getOrDefault(known.header(), first(request, known.header())))));
  }

  private static Upload received(
      AwsChunkedInputStream chunks, Optional<Checksum.Algorithm> algorithm, ObjectStore store) {
    try {
      return store.receive(chunks, algorithm);
    } catch (IOException e) {
      throw new S3Exception(Code.INCOMPLETE_BODY, String.valueOf(e.getMessage()));
    }
  }

  private static ObjectBody checked(
      Headers request, Upload upload, String length, Optional<Checksum> checksum)
      throws IOException {
    try {
      if (!length.isEmpty() && !length.equals(Long.toString(upload.size()))) {
        throw new S3Exception(Code.INCOMPLETE_BODY, "The body is not as long as the request says.");
      }
      String md5 = first(request, "Content-MD5");
      boolean damaged =
          !md5.isEmpty() && !md5.equals(Base64.getEncoder().encodeToString(upload.md5()));
      boolean differs =
          checksum.isPresent() && !checksum.map(Checksum::value).equals(upload.checksum());
      if (damaged || differs) {
        throw new S3Exception(Code.BAD_DIGEST, "The body does not match its checksum.");
      }
      return new ObjectBody(upload, checksum);
    } catch (S3Exception e) {
      upload.close();
      throw e;
    }
  }

  /** The algorithm of a checksum that comes with the request or behind its body. */
  private static Optional<Checksum.Algorithm> algorithm(Headers request) {
    Optional<Checksum.Algorithm> announced =
        Checksum.Algorithm.ofHeader(first(request, "x-amz-trailer"));
    return announced.isPresent()
        ? announced
        : request.keySet().stream()
            .flatMap(name -> Checksum.Algorithm.ofHeader(name).stream())
            .findFirst();
  }

  private static String first(Headers headers, String name) {
    return Optional.ofNullable(headers.getFirst(name)).orElse("");
  }

  @Override
  public void close() throws IOException {
    upload.close();
  }
}

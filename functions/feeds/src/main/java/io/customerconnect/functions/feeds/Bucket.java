package io.customerconnect.functions.feeds;

import java.io.InputStream;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket that files and reports are in. */
record Bucket(S3Client s3, String name) {
  private static final int PRECONDITION_FAILED = 412;

  /** An upload is not there any more: it was replaced or deleted. */
  static final class GoneException extends RuntimeException {
    GoneException(String key) {
      super("An upload is not there any more: " + key, null, false, false);
    }
  }

  /**
   * The bytes of an upload, fetched in parts as they are read.
   *
   * @throws GoneException at any read, when it has been replaced or deleted
   */
  InputStream read(String key, String eTag, long from, long to) {
    return new RangeStream((first, behind) -> part(key, eTag, first, behind), from, to);
  }

  private byte[] part(String key, String eTag, long from, long to) {
    try {
      ResponseBytes<GetObjectResponse> part =
          s3.getObjectAsBytes(
              get ->
                  get.bucket(name)
                      .key(key)
                      .ifMatch('"' + eTag + '"')
                      .range("bytes=%d-%d".formatted(from, to - 1)));
      return part.asByteArrayUnsafe();
    } catch (NoSuchKeyException _) {
      throw new GoneException(key);
    } catch (S3Exception e) {
      throw e.statusCode() == PRECONDITION_FAILED ? new GoneException(key) : e;
    }
  }

  /** Writes a report, over the one that is there. */
  void writeJson(String key, byte[] json) {
    s3.putObject(
        put -> put.bucket(name).key(key).contentType("application/json"),
        RequestBody.fromBytes(json));
  }
}

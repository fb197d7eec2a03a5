package io.customerconnect.local.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.http.LoopbackServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The endpoint as the SDK's own client sees it. */
class S3EndpointTest {
  private static final Instant NOON = Instant.parse("2026-08-03T12:00:00.123Z");
  private static final String BUCKET = "files";

  private final List<ObjectCreated> news = new CopyOnWriteArrayList<>();
  private final ObjectStore store =
      ObjectStore.temporary(Set.of(BUCKET, "others"), () -> NOON, news::add);
  private final LoopbackServer server = LoopbackServer.start(new S3Endpoint(store));
  private final S3Client s3 = client();

  @AfterEach
  void close() {
    s3.close();
    server.close();
    store.close();
  }

  @Test
  void anObjectIsReadAsItWasPut() {
    PutObjectResponse put =
        s3.putObject(
            object("directory/a.csv")
                .contentType("text/csv")
                .metadata(Map.of("Origin", "erp", "rows", "2"))
                .build(),
            RequestBody.fromString("legalEntityId\nä\n"));

    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(get("directory/a.csv").checksumMode(ChecksumMode.ENABLED).build());

    assertThat(got.asUtf8String()).isEqualTo("legalEntityId\nä\n");
    assertThat(got.response().eTag()).isEqualTo(put.eTag());
    assertThat(got.response().contentType()).isEqualTo("text/csv");
    assertThat(got.response().contentLength()).isEqualTo(17);
    assertThat(got.response().lastModified()).isEqualTo("2026-08-03T12:00:00Z");
    assertThat(got.response().metadata()).isEqualTo(Map.of("origin", "erp", "rows", "2"));
    assertThat(got.response().checksumCRC32()).isEqualTo(put.checksumCRC32()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(
      value = ChecksumAlgorithm.class,
      names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
  void everyChecksumOfTheSdkIsVerified(ChecksumAlgorithm algorithm) {
    s3.putObject(
        object("a").checksumAlgorithm(algorithm).build(), RequestBody.fromString("content"));

    assertThat(s3.getObjectAsBytes(get("a").checksumMode(ChecksumMode.ENABLED).build()))
        .satisfies(
            got -> {
              assertThat(got.asUtf8String()).isEqualTo("content");
              assertThat(got.response().sdkHttpResponse().headers().keySet())
                  .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-amz-checksum-"));
            });
  }

  @Test
  void aStreamOfUnknownContentIsPutInManyChunks() {
    byte[] content = bytes(5_000_000);

    s3.putObject(
        object("big").build(),
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(content), content.length, "text/csv"));

    assertThat(s3.getObjectAsBytes(get("big").build()).asByteArray()).isEqualTo(content);
  }

  @Test
  void anEmptyObjectIsAnObject() {
    s3.putObject(object("empty").build(), RequestBody.empty());

    assertThat(s3.getObjectAsBytes(get("empty").build()).asByteArray()).isEmpty();
    assertThat(s3.headObject(head -> head.bucket(BUCKET).key("empty")).contentLength()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=4-, 456789, bytes 4-9/10",
    "bytes=-3, 789, bytes 7-9/10",
    "bytes=8-99, 89, bytes 8-9/10",
    "bytes=-99, 0123456789, bytes 0-9/10",
  })
  void aRangeIsReadAlone(String range, String content, String contentRange) {
    put("a", "0123456789");

    ResponseBytes<GetObjectResponse> got = s3.getObjectAsBytes(get("a").range(range).build());

    assertThat(got.asUtf8String()).isEqualTo(content);
    assertThat(got.response().contentRange()).isEqualTo(contentRange);
    assertThat(got.response().sdkHttpResponse().statusCode()).isEqualTo(206);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0"})
  void aRangeBehindTheEndIsRefused(String range) {
    put("a", "0123456789");

    assertError(() -> s3.getObjectAsBytes(get("a").range(range).build()), 416, "InvalidRange");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-2", "lines=1-2", "bytes=-", "bytes=0-1,4-5"})
  void whatIsNoRangeIsIgnored(String range) {
    put("a", "0123456789");

    assertThat(s3.getObjectAsBytes(get("a").range(range).build()).asUtf8String())
        .isEqualTo("0123456789");
  }

  @Test
  void aReaderWithTheEtagOfAnOlderVersionIsTold() {
    String old = put("a", "first").eTag();
    String current = put("a", "second").eTag();

    assertError(
        () -> s3.getObjectAsBytes(get("a").ifMatch(old).range("bytes=0-1").build()),
        412,
        "PreconditionFailed");
    assertThat(s3.getObjectAsBytes(get("a").ifMatch(current).range("bytes=0-1").build()))
        .extracting(ResponseBytes::asUtf8String)
        .isEqualTo("se");
  }

  @Test
  void aReaderThatKnowsTheObjectIsNotSentItAgain() {
    String etag = put("a", "first").eTag();

    S3Exception e =
        catchThrowableOfType(
            S3Exception.class, () -> s3.getObjectAsBytes(get("a").ifNoneMatch(etag).build()));

    assertThat(e.statusCode()).isEqualTo(304);
  }

  @Test
  void aWriterCanAskThatNothingIsReplaced() {
    s3.putObject(object("a").ifNoneMatch("*").build(), RequestBody.fromString("first"));

    assertError(
        () -> s3.putObject(object("a").ifNoneMatch("*").build(), RequestBody.fromString("second")),
        412,
        "PreconditionFailed");
    assertThat(text("a")).isEqualTo("first");
    assertThat(news).hasSize(1);
  }

  @Test
  void aWriterCanAskThatWhatItReadIsReplaced() {
    String first = put("a", "first").eTag();
    s3.putObject(object("a").ifMatch(first).build(), RequestBody.fromString("second"));

    assertError(
        () -> s3.putObject(object("a").ifMatch(first).build(), RequestBody.fromString("third")),
        412,
        "PreconditionFailed");
    assertError(
        () -> s3.putObject(object("b").ifMatch(first).build(), RequestBody.fromString("third")),
        404,
        "NoSuchKey");
    assertThat(text("a")).isEqualTo("second");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> s3.getObjectAsBytes(get("a").build()))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> s3.headObject(head -> head.bucket(BUCKET).key("a")))
        .isInstanceOf(NoSuchKeyException.class);
    assertError(
        () -> s3.getObjectAsBytes(get -> get.bucket("unknown").key("a")), 404, "NoSuchBucket");
  }

  @Test
  void aDeletedObjectIsGone() {
    put("a", "content");

    s3.deleteObject(delete -> delete.bucket(BUCKET).key("a"));
    s3.deleteObject(delete -> delete.bucket(BUCKET).key("a"));

    assertThatThrownBy(() -> s3.headObject(head -> head.bucket(BUCKET).key("a")))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void headTellsWhatGetWouldTell() {
    put("a", "0123456789");

    HeadObjectResponse head = s3.headObject(request -> request.bucket(BUCKET).key("a"));

    assertThat(head.contentLength()).isEqualTo(10);
    assertThat(head.eTag()).isEqualTo("\"781e5e245d69b566979b86e28d23f2c7\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "directory/a b+c.csv",
        "directory/ä/日本.csv",
        "a%2Fb",
        "a&b=c?d#e",
        "../../etc/passwd",
        "a//b",
        "😀"
      })
  void aKeyIsAnyText(String key) {
    put(key, "content of " + key);

    assertThat(text(key)).isEqualTo("content of " + key);
    assertThat(keys("")).containsExactly(key);
    assertThat(news.getLast().object().key()).isEqualTo(new ObjectKey(BUCKET, key));
  }

  @Test
  void aBucketIsListedByPrefixPageByPage() {
    IntStream.range(0, 25).forEach(i -> put("directory/%02d.csv".formatted(i), "x"));
    put("directory", "x");
    put("directorz/1.csv", "x");
    put("a", "x");
    s3.putObject(put -> put.bucket("others").key("directory/99.csv"), RequestBody.fromString("x"));

    List<ListObjectsV2Response> pages =
        s3
            .listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix("directory/").maxKeys(10))
            .stream()
            .toList();

    assertThat(pages).extracting(ListObjectsV2Response::keyCount).containsExactly(10, 10, 5);
    assertThat(pages.stream().flatMap(page -> page.contents().stream()).map(S3Object::key))
        .containsExactlyElementsOf(
            IntStream.range(0, 25).mapToObj("directory/%02d.csv"::formatted).toList());
    S3Object first = pages.getFirst().contents().getFirst();
    assertThat(first.size()).isEqualTo(1);
    assertThat(first.eTag()).isEqualTo("\"9dd4e461268c8034f5c8564e155c67a6\"");
    assertThat(first.lastModified()).isEqualTo(NOON);
  }

  @Test
  void aBucketIsListedAsFolders() {
    List.of("a/1", "a/2", "b", "c/1", "c/d/1").forEach(key -> put(key, "x"));

    List<ListObjectsV2Response> pages =
        s3.listObjectsV2Paginator(list -> list.bucket(BUCKET).delimiter("/").maxKeys(1)).stream()
            .toList();

    assertThat(pages.stream().flatMap(page -> page.contents().stream()).map(S3Object::key))
        .containsExactly("b");
    assertThat(
            pages.stream()
                .flatMap(page -> page.commonPrefixes().stream())
                .map(CommonPrefix::prefix))
        .containsExactly("a/", "c/");
  }

  @Test
  void listsAreInTheOrderOfBytes() {
    List.of("Z", "a", "é", "\uFFFD", "😀").forEach(key -> put(key, "x"));

    assertThat(keys("")).containsExactly("Z", "a", "é", "\uFFFD", "😀");
  }

  @Test
  void everyObjectThatIsPutIsToldInS3sOwnForm() {
    String etag = put("directory/a b+ä.csv", "content").eTag();
    put("directory/a b+ä.csv", "content");

    assertThat(news).hasSize(2);
    Json.Obj record = (Json.Obj) news.getFirst().notification().items("Records").getFirst();
    assertThat(record.require("eventName")).isEqualTo("ObjectCreated:Put");
    assertThat(record.require("eventTime")).isEqualTo("2026-08-03T12:00:00.123Z");
    assertThat(record.object("s3").object("bucket").require("name")).isEqualTo(BUCKET);
    Json.Obj object = record.object("s3").object("object");
    assertThat(object.require("key")).isEqualTo("directory/a+b%2B%C3%A4.csv");
    assertThat(object.require("eTag")).isEqualTo(etag.replace("\"", ""));
    assertThat(news.getFirst().sequencer()).isLessThan(news.getLast().sequencer());
    assertThat(news.getFirst().matches(BUCKET, "directory/", ".csv")).isTrue();
    assertThat(news.getFirst().matches(BUCKET, "reports/", "")).isFalse();
    assertThat(news.getFirst().matches(BUCKET, "", ".json")).isFalse();
    assertThat(news.getFirst().matches("others", "", "")).isFalse();
  }

  @Test
  void aDamagedBodyChangesNothing() {
    put("a", "before");

    assertThat(status(request("a").header("x-amz-checksum-crc32", "AAAAAA=="))).isEqualTo(400);
    assertThat(status(request("a").header("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==")))
        .isEqualTo(400);
    assertThat(status(request("a").header("x-amz-content-sha256", "STREAMING-UNSIGNED")))
        .isEqualTo(400);

    assertThat(text("a")).isEqualTo("before");
    assertThat(news).hasSize(1);
  }

  @Test
  void whatIsNotHereIsSaid() {
    assertError(
        () -> s3.createMultipartUpload(create -> create.bucket(BUCKET).key("a")),
        501,
        "NotImplemented");
    assertError(() -> s3.listObjects(list -> list.bucket(BUCKET)), 501, "NotImplemented");
    assertError(
        () ->
            s3.copyObject(
                copy ->
                    copy.sourceBucket(BUCKET)
                        .sourceKey("a")
                        .destinationBucket(BUCKET)
                        .destinationKey("b")),
        501,
        "NotImplemented");
  }

  @Test
  void aLargeObjectIsNeverWholeInMemory() throws IOException {
    long size = Runtime.getRuntime().maxMemory() + 100_000_000;
    ObjectKey key = new ObjectKey(BUCKET, "large");

    store.put(key, ObjectHeaders.none(), new Zeros(size));

    try (InputStream got = s3.getObject(get("large").build())) {
      assertThat(got.transferTo(OutputStream.nullOutputStream())).isEqualTo(size);
    }
  }

  @Test
  void theFolderHoldsWhatCanBeReadAndNothingElse() {
    put("a", "first");
    put("a", "second");
    put("b", "x");
    status(request("c").header("x-amz-checksum-crc32", "AAAAAA=="));
    s3.deleteObject(delete -> delete.bucket(BUCKET).key("b"));

    assertThat(store.find(new ObjectKey(BUCKET, "a")).orElseThrow().content().getParent())
        .isDirectoryContaining("glob:**")
        .satisfies(folder -> assertThat(folder.toFile().list()).hasSize(1));
    store.close();
    assertThat(store.find(new ObjectKey(BUCKET, "a")).orElseThrow().content().getParent())
        .doesNotExist();
  }

  private S3Client client() {
    return S3Client.builder()
        .httpClient(AwsCrtHttpClient.create())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .endpointOverride(server.address())
        .build();
  }

  private PutObjectResponse put(String key, String content) {
    return s3.putObject(object(key).build(), RequestBody.fromString(content));
  }

  private String text(String key) {
    return s3.getObjectAsBytes(get(key).build()).asUtf8String();
  }

  private List<String> keys(String prefix) {
    return s3.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static PutObjectRequest.Builder object(String key) {
    return PutObjectRequest.builder().bucket(BUCKET).key(key);
  }

  private static GetObjectRequest.Builder get(String key) {
    return GetObjectRequest.builder().bucket(BUCKET).key(key);
  }

  private static void assertError(ThrowingCallable call, int status, String code) {
    S3Exception e = catchThrowableOfType(S3Exception.class, call);
    assertThat(e.statusCode()).isEqualTo(status);
    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
  }

  private HttpRequest.Builder request(String key) {
    return HttpRequest.newBuilder(server.address().resolve("/" + BUCKET + "/" + key))
        .PUT(HttpRequest.BodyPublishers.ofString("damaged"));
  }

  private static int status(HttpRequest.Builder request) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + i / 256);
    }
    return bytes;
  }

  /** So many zeros. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int given = (int) Math.min(length, left);
      Arrays.fill(buffer, offset, offset + given, (byte) 0);
      left -= given;
      return given;
    }
  }
}

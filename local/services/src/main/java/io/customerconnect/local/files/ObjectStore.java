package io.customerconnect.local.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Objects in buckets: contents as files in a folder of their own, all else in memory. Safe for many
 * threads; no content is ever whole in memory.
 */
public final class ObjectStore implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final Path folder;
  private final Set<String> buckets;
  private final InstantSource clock;
  private final Consumer<ObjectCreated> created;
  private final NavigableMap<ObjectKey, StoredObject> objects = new ConcurrentSkipListMap<>();
  private final AtomicLong sequence = new AtomicLong();

  private ObjectStore(
      Path folder, Set<String> buckets, InstantSource clock, Consumer<ObjectCreated> created) {
    this.folder = folder;
    this.buckets = Set.copyOf(buckets);
    this.clock = clock;
    this.created = created;
  }

  /**
   * An empty store in a new temporary folder.
   *
   * @param created told of every object that is put, once it can be read
   */
  public static ObjectStore temporary(
      Set<String> buckets, InstantSource clock, Consumer<ObjectCreated> created) {
    try {
      return new ObjectStore(
          Files.createTempDirectory("customerconnect-files-"), buckets, clock, created);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasBucket(String name) {
    return buckets.contains(name);
  }

  /** The object that is there now. */
  public Optional<StoredObject> find(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** The objects of a bucket whose keys begin with a prefix and come after another, in order. */
  Stream<StoredObject> list(String bucket, String prefix, String after) {
    String from = after.compareTo(prefix) < 0 ? prefix : after;
    return objects.tailMap(new ObjectKey(bucket, from), !from.equals(after)).values().stream()
        .takeWhile(
            object ->
                object.key().bucket().equals(bucket) && object.key().key().startsWith(prefix));
  }

  /**
   * Puts an object, or replaces it.
   *
   * @throws IOException when the content breaks off; nothing has changed then
   */
  public StoredObject put(ObjectKey key, ObjectHeaders headers, InputStream content)
      throws IOException {
    try (Upload upload = receive(content, Optional.empty())) {
      return commit(key, headers, upload, _ -> true).orElseThrow();
    }
  }

  /** Reads a content to its end, without putting it anywhere yet. */
  Upload receive(InputStream content, Optional<Checksum.Algorithm> algorithm) throws IOException {
    Path file = Files.createTempFile(folder, "object-", "");
    try {
      Checksum.Calculation md5 = Checksum.Calculation.of("MD5");
      Optional<Checksum.Calculation> checksum = algorithm.map(Checksum.Algorithm::start);
      long size = 0;
      byte[] buffer = new byte[BUFFER];
      try (OutputStream out = Files.newOutputStream(file)) {
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
          int length = read;
          out.write(buffer, 0, length);
          md5.add(buffer, length);
          checksum.ifPresent(calculation -> calculation.add(buffer, length));
          size += length;
        }
      }
      return new Upload(file, size, md5.result().get(), checksum.map(Checksum.Calculation::base64));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /**
   * Puts what was received.
   *
   * @param condition on what is there now, checked in the same moment
   * @return empty when the condition does not hold
   */
  Optional<StoredObject> commit(
      ObjectKey key,
      ObjectHeaders headers,
      Upload upload,
      Predicate<Optional<StoredObject>> condition) {
    StoredObject object =
        new StoredObject(
            key, upload.size(), upload.etag(), clock.instant(), headers, upload.file());
    ObjectCreated news;
    synchronized (this) {
      Optional<StoredObject> before = find(key);
      if (!condition.test(before)) {
        return Optional.empty();
      }
      upload.keep();
      objects.put(key, object);
      news = new ObjectCreated(object, sequence.incrementAndGet());
      before.ifPresent(old -> delete(old.content()));
    }
    created.accept(news);
    return Optional.of(object);
  }

  /** Deletes an object, if it is there. */
  public synchronized void delete(ObjectKey key) {
    Optional.ofNullable(objects.remove(key)).ifPresent(old -> delete(old.content()));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the folder with everything in it. */
  @Override
  public void close() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ObjectStore::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

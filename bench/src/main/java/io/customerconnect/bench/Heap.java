package io.customerconnect.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** How much of the heap is in use after collections: what has to be kept, at most. */
final class Heap {
  private static final long MEGABYTE = 1024 * 1024;

  private final AtomicLong peak = new AtomicLong();

  Heap() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(
            (notification, _) -> {
              if (notification.getUserData() instanceof CompositeData data
                  && notification
                      .getType()
                      .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
                note(GarbageCollectionNotificationInfo.from(data));
              }
            },
            null,
            null);
      }
    }
  }

  private void note(GarbageCollectionNotificationInfo collection) {
    long used =
        collection.getGcInfo().getMemoryUsageAfterGc().values().stream()
            .mapToLong(MemoryUsage::getUsed)
            .sum();
    peak.accumulateAndGet(used, Math::max);
  }

  /** Starts anew, after a collection. */
  void reset() {
    System.gc();
    peak.set(0);
  }

  /** The peak since the last reset, in megabytes. */
  long peakMegabytes() {
    System.gc();
    return peak.get() / MEGABYTE;
  }
}

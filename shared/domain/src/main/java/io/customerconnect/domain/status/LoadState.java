package io.customerconnect.domain.status;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the loads for a binding have got.
 *
 * @param loaded the last load that got through
 * @param running a load that was started and of whose end nothing is known yet
 * @param reviewAt when it is to be loaded again although the buyer delivers nothing
 */
public record LoadState(
    Binding binding,
    Optional<Loaded> loaded,
    Optional<Running> running,
    Optional<Instant> reviewAt) {

  /**
   * A load that got through.
   *
   * @param data the buyer's news that it followed; empty when the buyer had said nothing yet
   */
  public record Loaded(Optional<Instant> data, Instant at) {}

  /** A load that was started, and when it last gave a sign of life. */
  public record Running(Optional<Instant> data, Instant lastSeen) {}

  /** The state of a binding that was just made. */
  public static LoadState of(Binding binding) {
    return new LoadState(binding, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** With a load started, or one that goes on. */
  public LoadState start(Optional<Instant> data, Instant now) {
    return new LoadState(binding, loaded, Optional.of(new Running(data, now)), Optional.empty());
  }

  /**
   * With the load got through that is running, or was done in one go.
   *
   * @param review when it has to be loaded again at the latest
   */
  public LoadState finish(Optional<Instant> data, Instant now, Optional<Instant> review) {
    return new LoadState(binding, Optional.of(new Loaded(data, now)), Optional.empty(), review);
  }

  /** To be loaded again at a moment, or before. */
  public LoadState reviewBy(Instant at) {
    return new LoadState(
        binding, loaded, running, Optional.of(reviewAt.filter(at::isAfter).orElse(at)));
  }

  /**
   * When somebody has to look after it by itself, without the buyer delivering anything: for the
   * first load, for one that died, and when what was loaded changes by the clock.
   */
  public Optional<Instant> dueAt(LoadRules rules) {
    return running
        .map(load -> load.lastSeen().plus(rules.lease()))
        .or(() -> loaded.isEmpty() ? Optional.of(binding.since()) : reviewAt);
  }
}

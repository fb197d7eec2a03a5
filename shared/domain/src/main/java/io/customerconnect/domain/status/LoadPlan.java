package io.customerconnect.domain.status;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which loads are due: first for new bindings, the longest waiting in front, then for those whose
 * buyer has delivered since, the one with the oldest data in front (P36).
 *
 * @param loads what to start, in this order
 * @param overdue bindings whose first load should have been through long ago: somebody is called
 */
public record LoadPlan(List<Load> loads, List<Binding> overdue) {

  /** A load that is due. */
  public sealed interface Load {

    /** The binding has never been loaded. */
    record First(Binding binding, Optional<Instant> data) implements Load {}

    /** The buyer has delivered since the last load. */
    record Newer(Binding binding, Instant data, Instant loadedAt) implements Load {}

    /** What was loaded is no longer right by the clock. */
    record Review(Binding binding, Optional<Instant> data, Instant due) implements Load {}

    /** A load that follows the newest there is, and died. */
    record CutOff(Binding binding, Optional<Instant> data, Instant lastSeen) implements Load {}

    /** What it is for. */
    Binding binding();

    /** The buyer's news that it follows. */
    default Optional<Instant> follows() {
      return switch (this) {
        case First(Binding _, Optional<Instant> data) -> data;
        case Newer(Binding _, Instant data, Instant _) -> Optional.of(data);
        case Review(Binding _, Optional<Instant> data, Instant _) -> data;
        case CutOff(Binding _, Optional<Instant> data, Instant _) -> data;
      };
    }
  }

  private static final Comparator<Load> BY_URGENCY =
      Comparator.comparing(
              (Load load) ->
                  switch (load) {
                    case Load.First _ -> 0;
                    case Load.Newer _, Load.Review _, Load.CutOff _ -> 1;
                  })
          .thenComparing(
              load ->
                  switch (load) {
                    case Load.First first -> first.binding().since();
                    case Load.Newer newer -> newer.loadedAt();
                    case Load.Review review -> review.due();
                    case Load.CutOff cutOff -> cutOff.lastSeen();
                  });

  public LoadPlan {
    loads = List.copyOf(loads);
    overdue = List.copyOf(overdue);
  }

  /**
   * What is due now. Planning twice at the same moment starts nothing twice as long as what is
   * started is noted in the state.
   *
   * @param newest when a buyer's books last changed
   */
  public static LoadPlan of(
      Collection<LoadState> states,
      Function<Binding, Optional<Instant>> newest,
      LoadRules rules,
      Instant now) {
    List<Load> loads =
        states.stream()
            .flatMap(state -> due(state, newest.apply(state.binding()), rules, now).stream())
            .sorted(BY_URGENCY)
            .toList();
    List<Binding> overdue =
        states.stream()
            .filter(state -> state.loaded().isEmpty())
            .map(LoadState::binding)
            .filter(binding -> !now.isBefore(binding.since().plus(rules.alarm())))
            .sorted(Comparator.comparing(Binding::since))
            .toList();
    return new LoadPlan(loads, overdue);
  }

  /**
   * The load of a binding that is due now, if any. One that is alive is not begun anew for what the
   * buyer says meanwhile, or a large one would never end: that is due once it is through.
   */
  public static Optional<Load> due(
      LoadState state, Optional<Instant> newest, LoadRules rules, Instant now) {
    boolean isRunning =
        state
            .running()
            .filter(load -> now.isBefore(load.lastSeen().plus(rules.lease())))
            .filter(_ -> review(state, newest, now).isEmpty())
            .isPresent();
    if (isRunning) {
      return Optional.empty();
    }
    return state
        .loaded()
        .map(
            loaded ->
                newer(state.binding(), loaded, newest)
                    .or(() -> review(state, newest, now))
                    .or(() -> cutOff(state, newest)))
        .orElseGet(() -> Optional.of(new Load.First(state.binding(), newest)));
  }

  private static Optional<Load> newer(
      Binding binding, LoadState.Loaded loaded, Optional<Instant> newest) {
    return newest
        .filter(_ -> isNewer(newest, loaded.data()))
        .map(data -> new Load.Newer(binding, data, loaded.at()));
  }

  private static Optional<Load> review(LoadState state, Optional<Instant> newest, Instant now) {
    return state
        .reviewAt()
        .filter(due -> !now.isBefore(due))
        .map(due -> new Load.Review(state.binding(), newest, due));
  }

  private static Optional<Load> cutOff(LoadState state, Optional<Instant> newest) {
    return state.running().map(dead -> new Load.CutOff(state.binding(), newest, dead.lastSeen()));
  }

  /**
   * Whether a load that is due goes on where the one before it was cut off: what that one has done
   * still holds if it followed the same news, and nobody wants it looked at again.
   */
  public static boolean goesOn(LoadState state, Load due) {
    return state.reviewAt().isEmpty()
        && state.running().filter(dead -> dead.data().equals(due.follows())).isPresent();
  }

  /**
   * When a binding is to be loaded again at the latest after a load that got through: when the
   * buyer has said more since, as soon as every place has it; when it has said what the load
   * followed so shortly before that the load may have missed some of it, which is rare and can wait
   * a little, or a buyer that never stops would have all loaded all the time; and when what was
   * loaded changes.
   *
   * @param follows the buyer's news that the load followed
   * @param begun when it began to read
   * @param newest when the buyer's books last changed
   * @param changesAt when the first invoice changes by the clock
   */
  public static Optional<Instant> reviewAfter(
      Optional<Instant> follows,
      Instant begun,
      Optional<Instant> newest,
      Optional<Instant> changesAt,
      LoadRules rules) {
    Optional<Instant> missed =
        newest
            .filter(at -> !newest.equals(follows) || !rules.isSettled(at, begun))
            .map(at -> at.plus(newest.equals(follows) ? rules.patience() : rules.settling()));
    return Stream.concat(missed.stream(), changesAt.stream()).min(Comparator.naturalOrder());
  }

  private static boolean isNewer(Optional<Instant> data, Optional<Instant> than) {
    return data.filter(than.orElse(Instant.MIN)::isBefore).isPresent();
  }
}

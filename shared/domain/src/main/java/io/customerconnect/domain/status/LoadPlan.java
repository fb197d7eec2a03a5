package io.customerconnect.domain.status;

import io.customerconnect.domain.feed.FileVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
    record First(Binding binding, Optional<FileVersion> data) implements Load {}

    /** The buyer has delivered since the last load. */
    record Newer(Binding binding, FileVersion data, Instant loadedAt) implements Load {}
  }

  private static final Comparator<Load> BY_URGENCY =
      Comparator.comparing(
              (Load load) ->
                  switch (load) {
                    case Load.First _ -> 0;
                    case Load.Newer _ -> 1;
                  })
          .thenComparing(
              load ->
                  switch (load) {
                    case Load.First first -> first.binding().since();
                    case Load.Newer newer -> newer.loadedAt();
                  });

  public LoadPlan {
    loads = List.copyOf(loads);
    overdue = List.copyOf(overdue);
  }

  /**
   * What is due now. Planning twice at the same moment starts nothing twice as long as what is
   * started is noted in the state.
   *
   * @param newest the newest file of a buyer that is loaded in full
   */
  public static LoadPlan of(
      Collection<LoadState> states,
      Function<Binding, Optional<FileVersion>> newest,
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

  /** The load of a binding that is due now, if any. */
  public static Optional<Load> due(
      LoadState state, Optional<FileVersion> newest, LoadRules rules, Instant now) {
    boolean isRunning =
        state
            .running()
            .filter(load -> now.isBefore(load.lastSeen().plus(rules.lease())))
            .filter(load -> !isNewer(newest, load.data()))
            .isPresent();
    if (isRunning) {
      return Optional.empty();
    }
    return state
        .loaded()
        .map(loaded -> newer(state.binding(), loaded, newest))
        .orElseGet(() -> Optional.of(new Load.First(state.binding(), newest)));
  }

  private static Optional<Load> newer(
      Binding binding, LoadState.Loaded loaded, Optional<FileVersion> newest) {
    return newest
        .filter(_ -> isNewer(newest, loaded.data()))
        .map(data -> new Load.Newer(binding, data, loaded.at()));
  }

  private static boolean isNewer(Optional<FileVersion> data, Optional<FileVersion> than) {
    return data.map(FileVersion::text).orElse("").compareTo(than.map(FileVersion::text).orElse(""))
        > 0;
  }
}

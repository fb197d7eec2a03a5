package io.customerconnect.local.api;

import io.customerconnect.local.function.LocalFunction;
import io.customerconnect.template.Trigger.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a request: the one with the most literal path that fits. */
public final class RouteTable {
  private final List<Entry> entries = new ArrayList<>();

  /** A route with its function, and the path in parts. */
  private record Entry(Route route, LocalFunction function, List<String> parts) {
    /** Literal parts first, then parameters, the greedy one last. */
    String rank() {
      StringBuilder rank = new StringBuilder();
      for (String part : parts) {
        rank.append(part.endsWith("+}") ? '2' : part.startsWith("{") ? '1' : '0');
      }
      return rank + (route.method().equals("ANY") ? "1" : "0");
    }
  }

  /**
   * A route that fits.
   *
   * @param pathParameters decoded once
   */
  public record Match(Route route, LocalFunction function, Map<String, String> pathParameters) {
    /** As in {@code GET /groups/{groupId}}. */
    String key() {
      return route.method() + " " + route.path();
    }
  }

  public RouteTable(Collection<LocalFunction> functions) {
    for (LocalFunction function : functions) {
      for (Route route : function.definition().triggers(Route.class)) {
        entries.add(new Entry(route, function, parts(route.path())));
      }
    }
    entries.sort(Comparator.comparing(Entry::rank));
  }

  /**
   * The route for a request.
   *
   * <p>Paths are cut before they are decoded, so that {@code %2F} stays inside its part.
   *
   * @param rawPath as it came, encoded
   */
  Optional<Match> find(String method, String rawPath) {
    List<String> parts = parts(rawPath);
    for (Entry entry : entries) {
      if (entry.route().method().equals(method) || entry.route().method().equals("ANY")) {
        Optional<Map<String, String>> parameters = parameters(entry.parts(), parts);
        if (parameters.isPresent()) {
          return Optional.of(new Match(entry.route(), entry.function(), parameters.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether there is a route for such a request. */
  public boolean has(String method, String rawPath) {
    return find(method, rawPath).isPresent();
  }

  /** All routes, as in {@code GET /customers}. */
  public List<String> keys() {
    return entries.stream()
        .map(entry -> entry.route().method() + " " + entry.route().path())
        .toList();
  }

  private static Optional<Map<String, String>> parameters(List<String> wanted, List<String> given) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String part = wanted.get(i);
      if (part.endsWith("+}") && given.size() > i) {
        String rest = String.join("/", given.subList(i, given.size()));
        parameters.put(part.substring(1, part.length() - 2), decode(rest));
        return Optional.of(parameters);
      }
      if (given.size() <= i) {
        return Optional.empty();
      }
      if (part.startsWith("{")) {
        if (given.get(i).isEmpty()) {
          return Optional.empty();
        }
        parameters.put(part.substring(1, part.length() - 1), decode(given.get(i)));
      } else if (!part.equals(decode(given.get(i)))) {
        return Optional.empty();
      }
    }
    return wanted.size() == given.size() ? Optional.of(parameters) : Optional.empty();
  }

  private static List<String> parts(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** Percent-encoding alone: a plus sign in a path is one. */
  static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return encoded;
    }
  }
}

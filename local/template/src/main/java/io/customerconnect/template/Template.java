package io.customerconnect.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a SAM template deploys, as far as the local stack and the tests need it. Globals are merged
 * into the functions, conditions are decided, parameters are replaced.
 *
 * @param otherResources type of every resource that is not read further, by its logical id, as in
 *     {@code AWS::SES::ConfigurationSet}
 */
public record Template(
    List<Function> functions,
    List<Queue> queues,
    List<Table> tables,
    List<Bucket> buckets,
    List<EventRule> rules,
    List<HttpApi> apis,
    List<UserPoolClient> clients,
    List<ResponseHeaders> headers,
    Map<String, String> otherResources) {

  public Template {
    functions = List.copyOf(functions);
    queues = List.copyOf(queues);
    tables = List.copyOf(tables);
    buckets = List.copyOf(buckets);
    rules = List.copyOf(rules);
    apis = List.copyOf(apis);
    clients = List.copyOf(clients);
    headers = List.copyOf(headers);
    otherResources = Map.copyOf(otherResources);
  }

  /**
   * Reads a template.
   *
   * @param parameters values of its parameters
   * @throws TemplateException in one line that says where, when it cannot be used
   */
  public static Template read(Path file, Parameters parameters) {
    return new TemplateReader(file, parameters).read();
  }

  /** The function with this logical id. */
  public Optional<Function> function(String id) {
    return functions.stream().filter(function -> function.id().equals(id)).findFirst();
  }

  /**
   * The table with this logical id.
   *
   * @throws TemplateException when there is none
   */
  public Table table(String id) {
    return tables.stream()
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new TemplateException("The template has no table '" + id + "'"));
  }
}

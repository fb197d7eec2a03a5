package io.customerconnect.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a template file resource by resource. */
final class TemplateReader {
  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::Region", "eu-central-1",
          "AWS::AccountId", "000000000000",
          "AWS::Partition", "aws",
          "AWS::URLSuffix", "amazonaws.com",
          "AWS::StackName", "customerconnect");

  private final Path file;
  private final Parameters parameters;

  TemplateReader(Path file, Parameters parameters) {
    this.file = file;
    this.parameters = parameters;
  }

  Template read() {
    Scope scope = new Scope(String.valueOf(file.getFileName()));
    Yaml root = new Yaml(scope, compose(), "");
    PSEUDO_PARAMETERS.forEach(
        (name, standard) ->
            parameters
                .value(name, Optional.of(standard))
                .ifPresent(value -> scope.parameter(name, value)));
    root.find("Parameters").ifPresent(all -> all.members().forEach(this::parameter));
    root.find("Conditions").ifPresent(all -> all.members().forEach(scope::condition));

    SequencedMap<String, Yaml> resources = root.require("Resources").members();
    resources.keySet().forEach(scope::resource);
    resources
        .values()
        .removeIf(
            resource ->
                resource
                    .find("Condition")
                    .filter(condition -> !scope.holds(condition.text(), condition))
                    .isPresent());
    return template(resources, root);
  }

  private Template template(SequencedMap<String, Yaml> resources, Yaml root) {
    FunctionReader functions = new FunctionReader(resources, root);
    List<Function> functionsRead = new ArrayList<>();
    List<Queue> queues = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    List<Bucket> buckets = new ArrayList<>();
    List<EventRule> rules = new ArrayList<>();
    List<HttpApi> apis = new ArrayList<>();
    List<UserPoolClient> clients = new ArrayList<>();
    List<ResponseHeaders> headers = new ArrayList<>();
    Map<String, String> others = new HashMap<>();
    resources.forEach(
        (id, resource) -> {
          String type = resource.require("Type").text();
          switch (type) {
            case "AWS::Serverless::Function" -> functionsRead.add(functions.read(id, resource));
            case "AWS::SQS::Queue" -> queues.add(ResourceReader.queue(id, resource));
            case "AWS::DynamoDB::Table" -> tables.add(ResourceReader.table(id, resource));
            case "AWS::S3::Bucket" -> buckets.add(ResourceReader.bucket(id, resource));
            case "AWS::Events::Rule" -> rules.add(ResourceReader.rule(id, resource));
            case "AWS::Serverless::HttpApi" -> apis.add(ResourceReader.api(id, resource));
            case "AWS::Cognito::UserPoolClient" -> clients.add(ResourceReader.client(id, resource));
            case "AWS::CloudFront::ResponseHeadersPolicy" ->
                headers.add(ResourceReader.headers(id, resource));
            default -> others.put(id, type);
          }
        });
    return new Template(
        functionsRead, queues, tables, buckets, rules, apis, clients, headers, others);
  }

  private void parameter(String name, Yaml definition) {
    String value =
        parameters
            .value(name, definition.find("Default").map(Yaml::scalar))
            .orElseThrow(() -> definition.fault("has no default, and no value is given"));
    definition.scope().parameter(name, value);
  }

  private Node compose() {
    try (Reader reader = Files.newBufferedReader(file)) {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(20_000_000);
      Node root = new org.yaml.snakeyaml.Yaml(options).compose(reader);
      if (root == null) {
        throw new TemplateException(file.getFileName() + " is empty");
      }
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new TemplateException(file.getFileName() + ", line " + line + ": " + e.getProblem());
    } catch (NoSuchFileException e) {
      throw new TemplateException("There is no template " + file);
    } catch (IOException e) {
      throw new TemplateException("Template " + file + " cannot be read: " + e.getMessage());
    }
  }
}

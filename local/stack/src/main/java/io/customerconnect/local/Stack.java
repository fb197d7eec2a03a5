package io.customerconnect.local;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.api.Gateway;
import io.customerconnect.local.api.RouteTable;
import io.customerconnect.local.api.Throttles;
import io.customerconnect.local.api.TokenVerifier;
import io.customerconnect.local.aws.AwsCalls;
import io.customerconnect.local.aws.AwsFront;
import io.customerconnect.local.aws.Names;
import io.customerconnect.local.aws.Resources;
import io.customerconnect.local.aws.Role;
import io.customerconnect.local.files.ObjectCreated;
import io.customerconnect.local.files.ObjectHeaders;
import io.customerconnect.local.files.ObjectKey;
import io.customerconnect.local.files.ObjectStore;
import io.customerconnect.local.files.S3Endpoint;
import io.customerconnect.local.files.StoredObject;
import io.customerconnect.local.function.AsynchronousInvoker;
import io.customerconnect.local.function.LocalFunction;
import io.customerconnect.local.http.LoopbackServer;
import io.customerconnect.local.mail.Mailbox;
import io.customerconnect.local.mail.SesAccount;
import io.customerconnect.local.mail.SesEndpoint;
import io.customerconnect.local.mailbox.MailboxHandler;
import io.customerconnect.local.queues.Depth;
import io.customerconnect.local.queues.QueueServer;
import io.customerconnect.local.trigger.EventBus;
import io.customerconnect.local.trigger.Poller;
import io.customerconnect.local.trigger.Pollers;
import io.customerconnect.local.trigger.QueuePoller;
import io.customerconnect.local.trigger.Schedules;
import io.customerconnect.local.trigger.StreamPoller;
import io.customerconnect.local.user.DemoUsers;
import io.customerconnect.local.user.Issuer;
import io.customerconnect.local.user.UserPool;
import io.customerconnect.template.Bucket;
import io.customerconnect.template.HttpApi;
import io.customerconnect.template.HttpApi.Cors;
import io.customerconnect.template.Parameters;
import io.customerconnect.template.Queue;
import io.customerconnect.template.Table;
import io.customerconnect.template.Template;
import io.customerconnect.template.Trigger.QueueMessages;
import io.customerconnect.template.Trigger.StreamRecords;
import io.customerconnect.testing.DynamoDbLocalProcess;
import io.customerconnect.testing.TableCreation;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Everything that {@code template.yaml} names, running on this machine.
 *
 * <p>
 *
 * {@snippet :
 * try (Stack stack = Stack.start(Options.forTests())) {
 *   String token = stack.token("anna");
 *   // requests to stack.address() with "Authorization: Bearer " + token
 *   stack.settle();
 * }
 * }
 *
 * <p>There is one per JVM at a time: the SDK's settings say where its clients find it.
 */
public final class Stack implements AutoCloseable {
  /** How long what follows from a request may take until the stack counts as busy. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String MAIL_DOMAIN = "customerconnect.example";
  private static final Duration STEP = Duration.ofDays(1);
  private static final Duration SCHEDULE_CHECK = Duration.ofSeconds(1);

  static {
    // Else the JDK's server answers 40 ms late where a client waits for the end of an answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final MovableClock clock = new MovableClock();
  private final HttpServer server;
  private final HttpClient client;
  private final URI address;
  private final Template template;
  private final DynamoDbLocalProcess dynamoDb;
  private final QueueServer queues;
  private final Issuer issuer;
  private final Names names;
  private final AwsFront front;
  private final AwsCalls operator;
  private final Map<String, LocalFunction> functions = new HashMap<>();
  private final Pollers pollers;
  private final Schedules schedules;
  private final UserPool users;
  private final EventBus events;
  private final Mailbox mails;
  private final SesEndpoint mailService;
  private final ObjectStore files;

  private Stack(Options options) {
    try {
      client = closing(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
      server = listen(options.port());
      closing(() -> server.stop(0));
      address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      template = Template.read(options.root().resolve("template.yaml"), parameters(address));

      CompletableFuture<DynamoDbLocalProcess> table =
          CompletableFuture.supplyAsync(
              () ->
                  DynamoDbLocalProcess.start(options.root().resolve("local/dynamodb/target/lib")));
      queues = closing(QueueServer.start(clock));
      issuer = closing(Issuer.start());
      dynamoDb = closing(join(table));

      mails = new Mailbox();
      mailService =
          new SesEndpoint(
              new SesAccount(MAIL_DOMAIN, configurationSet(template)), mails, clock, this::publish);
      // Names of buckets stand in the template alone.
      Names known = new Names(template, address, Map.of());
      files =
          closing(
              ObjectStore.temporary(
                  template.buckets().stream()
                      .map(bucket -> known.ref(bucket.id()))
                      .collect(Collectors.toSet()),
                  clock,
                  this::notify));
      front =
          new AwsFront(
              client,
              Map.of(
                  "dynamodb", dynamoDb.endpoint(),
                  "sqs", queues.endpoint(),
                  "ses", serve(mailService),
                  "s3", serve(new S3Endpoint(files))));
      URI frontAddress = serve(front);
      operator = new AwsCalls(client, frontAddress, AwsCalls.OPERATOR);
      names = new Names(template, frontAddress, createTables());
      events = new EventBus(template.rules(), names, operator);
      Resources.createQueues(template, names, operator);
      front.enforce(
          names, template.functions().stream().map(function -> Role.of(function, names)).toList());

      pointSdkTo(frontAddress);
      template
          .functions()
          .forEach(
              function ->
                  functions.put(
                      function.id(),
                      LocalFunction.make(function, names, clock, options.patience())));
      AsynchronousInvoker invoker = new AsynchronousInvoker(operator, names, clock);
      schedules = new Schedules(functions.values(), invoker, clock);
      users = new UserPool(functions.values(), issuer);
      pollers = closing(new Pollers(pollers(), this::invocations));
      pollers.start();
      serveApi(options.limits());
      seed(options.demo());
      closing(fireSchedules());
      server.start();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts everything and waits until all of it answers.
   *
   * @throws StackException in one line that says what to do
   */
  public static Stack start(Options options) {
    return new Stack(options);
  }

  /** Where the API and the developer's routes are. */
  public URI address() {
    return address;
  }

  public MovableClock clock() {
    return clock;
  }

  public Template template() {
    return template;
  }

  public Issuer issuer() {
    return issuer;
  }

  public UserPool users() {
    return users;
  }

  public Schedules schedules() {
    return schedules;
  }

  /** Every mail that SES has taken. */
  public Mailbox mails() {
    return mails;
  }

  /** SES itself, to be told how to answer. */
  public SesEndpoint mailService() {
    return mailService;
  }

  /** Puts a file into the template's bucket, as a buyer delivers it. */
  public void deliver(String key, InputStream content) throws IOException {
    files.put(new ObjectKey(bucket(), key), ObjectHeaders.none(), content);
  }

  /** The file under this key of the template's bucket. */
  public Optional<StoredObject> file(String key) {
    return files.find(new ObjectKey(bucket(), key));
  }

  private String bucket() {
    return names.ref(
        template.buckets().stream()
            .filter(bucket -> !bucket.notifications().isEmpty())
            .findFirst()
            .orElseThrow(() -> new StackException("template.yaml has no bucket for files"))
            .id());
  }

  /** What the template's resources are called here. */
  public Names names() {
    return names;
  }

  /** Calls of AWS's services that are always allowed. */
  public AwsCalls operator() {
    return operator;
  }

  /** What the functions may do, and have done. */
  public List<Role> roles() {
    return front.roles();
  }

  /** DynamoDB Local itself, past the roles. */
  public URI dynamoDb() {
    return dynamoDb.endpoint();
  }

  public LocalFunction function(String id) {
    return Optional.ofNullable(functions.get(id))
        .orElseThrow(() -> new StackException("template.yaml has no function " + id));
  }

  /** The client id that tokens are for. */
  public String audience() {
    return template.clients().getFirst().id();
  }

  /** A token of a user who has signed up. */
  public String token(String user) {
    return issuer.token(
        users.find(user).orElseThrow(() -> new StackException("There is no user " + user)),
        audience());
  }

  /** Waits until nothing follows any more from what has happened so far. */
  public boolean settle() {
    try {
      return pollers.settle(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Switches off or on what brings a queue's messages to this function. */
  public void set(String function, QueuePoller.State state) {
    pollers.queuesOf(function(function)).forEach(poller -> poller.set(state));
  }

  /**
   * Moves the clock ahead, by days: after each, the schedules that would have fired do so once, and
   * what follows from them is waited for.
   */
  public synchronized void advance(Duration by) {
    Duration left = by;
    settle();
    while (left.isPositive()) {
      Duration step = left.compareTo(STEP) > 0 ? STEP : left;
      clock.advance(step);
      schedules.fireDue();
      settle();
      left = left.minus(step);
    }
  }

  private static Parameters parameters(URI address) {
    return Parameters.of(
        Map.of(
            "MailSender",
            "CustomerConnect <no-reply@" + MAIL_DOMAIN + ">",
            "MailDomain",
            MAIL_DOMAIN,
            "PortalOrigin",
            address.toString(),
            "PublicUrl",
            address.toString()));
  }

  private static HttpServer listen(int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      return server;
    } catch (BindException e) {
      throw new StackException(
          "Port %d is in use: end what listens there, or choose another port, as in PORT=%d"
              .formatted(port, port + 1),
          e);
    } catch (IOException e) {
      throw new StackException("Port " + port + " cannot be listened on: " + e.getMessage(), e);
    }
  }

  /** Serves a handler of its own on a free port. */
  private URI serve(HttpHandler handler) {
    return closing(LoopbackServer.start(handler)).address();
  }

  private static String configurationSet(Template template) {
    return template.otherResources().entrySet().stream()
        .filter(resource -> resource.getValue().equals("AWS::SES::ConfigurationSet"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("none");
  }

  /** SES tells what became of a mail. */
  private void publish(String event) {
    events.put(Json.readObject(event));
  }

  /** S3 tells of a new object whoever the template names. */
  private void notify(ObjectCreated created) {
    for (Bucket bucket : template.buckets()) {
      for (Bucket.Notification notification : bucket.notifications()) {
        if (created.matches(names.ref(bucket.id()), notification.prefix(), notification.suffix())) {
          String queue = Names.queueOf(notification.queue().resolve(names));
          operator.sqs(
              "SendMessage",
              Json.object()
                  .with("QueueUrl", names.queueUrl(queue))
                  .with("MessageBody", created.notification().toText()));
        }
      }
    }
  }

  /** Creates the tables, and returns the ARNs of their streams. */
  private Map<String, String> createTables() {
    Map<String, String> streams = new HashMap<>();
    try (DynamoDbClient tables =
        DynamoDbClient.builder()
            .endpointOverride(dynamoDb.endpoint())
            .region(Region.of(Names.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(AwsCalls.OPERATOR, "local")))
            .httpClientBuilder(AwsCrtHttpClient.builder())
            .build()) {
      for (Table table : template.tables()) {
        TableCreation.create(tables, table, table.id());
        Optional.ofNullable(
                tables
                    .describeTable(request -> request.tableName(table.id()))
                    .table()
                    .latestStreamArn())
            .ifPresent(arn -> streams.put(table.id(), arn));
      }
    }
    return streams;
  }

  /** Functions find AWS as everywhere: by the SDK's settings. */
  private static void pointSdkTo(URI front) {
    for (String service : List.of("DynamoDb", "Sqs", "SesV2", "S3")) {
      System.setProperty("aws.endpointUrl" + service, front.toString());
    }
    System.setProperty("aws.region", Names.REGION);
  }

  private List<Poller> pollers() {
    List<Poller> all = new ArrayList<>();
    for (LocalFunction function : functions.values()) {
      for (QueueMessages trigger : function.definition().triggers(QueueMessages.class)) {
        String id = Names.queueOf(trigger.queue().resolve(names));
        Queue queue =
            template.queues().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        all.add(new QueuePoller(function, trigger, queue, () -> depth(id), names, operator, clock));
      }
      for (StreamRecords trigger : function.definition().triggers(StreamRecords.class)) {
        String arn = trigger.stream().resolve(names);
        Table table =
            template.tables().stream()
                .filter(candidate -> names.attribute(candidate.id(), "StreamArn").equals(arn))
                .findFirst()
                .orElseThrow();
        all.add(new StreamPoller(function, trigger, table.id(), names, operator, clock));
      }
    }
    return all;
  }

  private long invocations() {
    return functions.values().stream().mapToLong(LocalFunction::invocations).sum();
  }

  private void serveApi(Options.Limits limits) {
    HttpApi api = template.apis().getFirst();
    Map<String, TokenVerifier> authorizers = new HashMap<>();
    api.authorizers()
        .forEach(
            (name, authorizer) ->
                authorizers.put(
                    name,
                    new TokenVerifier(
                        issuer.issuer(),
                        issuer.keys(),
                        authorizer.audience().stream()
                            .map(audience -> audience.resolve(names))
                            .toList())));
    Optional<Cors> cors = api.cors();
    RouteTable routes = new RouteTable(functions.values());
    Throttles throttles =
        switch (limits) {
          // People hurry by the machine's clock, whatever the stack's says.
          case AS_THE_TEMPLATE_SAYS -> new Throttles(api, System::nanoTime);
          case NONE -> Throttles.none();
        };
    Gateway gateway = new Gateway(routes, authorizers, cors, throttles, clock);
    String policy = template.headers().getFirst().contentSecurityPolicy().resolve(names);
    server.createContext(
        "/", new PortalFiles(routes, gateway, issuer.issuer(), audience(), policy));
    server.createContext("/local/", new Console(this, routes));
    MailboxHandler mailbox = new MailboxHandler(mails);
    server.createContext("/local/mailbox", mailbox);
    server.createContext("/local/mails", mailbox);
  }

  private void seed(Options.Demo demo) {
    if (demo == Options.Demo.SEEDED) {
      DemoDirectory.deliverTo(this);
      DemoInvoices.deliverTo(this);
    }
    DemoUsers.suppliers().forEach(users::signUp);
    DemoUsers.staff().forEach(users::add);
  }

  private AutoCloseable fireSchedules() {
    Thread thread =
        Thread.ofVirtual()
            .name("schedules")
            .start(
                () -> {
                  try {
                    while (true) {
                      Thread.sleep(SCHEDULE_CHECK);
                      schedules.fireDue();
                    }
                  } catch (InterruptedException _) {
                    // The stack is being stopped.
                  }
                });
    return thread::interrupt;
  }

  /** Registers a part to be closed with the stack, before those registered earlier. */
  private <T extends AutoCloseable> T closing(T part) {
    parts.push(part);
    return part;
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw new StackException(
          String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()), e);
    }
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        System.err.println("While stopping: " + e);
      }
    }
  }

  /** What a queue holds, by its logical id. */
  public Depth depth(String queue) {
    return queues.depth(queue);
  }

  Instant now() {
    return clock.instant();
  }
}

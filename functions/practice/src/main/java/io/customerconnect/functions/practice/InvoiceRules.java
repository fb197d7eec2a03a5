package io.customerconnect.functions.practice;

import com.helger.diagnostics.error.IError;
import com.helger.diagnostics.error.level.EErrorLevel;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.IValidationExecutorCacheSupport;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executor.IValidationExecutor;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResult;
import com.helger.phive.api.validity.EExtendedValidity;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.phive.xml.xsd.ValidationExecutorXSD;
import io.customerconnect.functions.practice.Finding.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.validation.Schema;
import org.w3c.dom.Document;

/**
 * The rules of UBL 2.1, EN 16931 (1.3.16 of its artefacts) and Peppol BIS Billing 3 (2026.5), as
 * the library phive carries them.
 *
 * <p>Making them ready takes seconds of processor time: they are made once for a process.
 */
final class InvoiceRules {
  private static final String PEPPOL_CUSTOMIZATION = "urn:fdc:peppol.eu:2017:poacc:billing:3.0";
  private static final String CREDIT_NOTE = "CreditNote";

  /** The part of Peppol's rules that goes beyond EN 16931. */
  private static final String PEPPOL_RULES = "/PEPPOL-EN16931-UBL.xslt";

  private static final Pattern STEP =
      Pattern.compile(
          "/(?:\\*:|[\\w-]+:)?([\\w@.-]+)(?:\\[namespace-uri\\(\\)='[^']*'])?(\\[\\d+])?");
  private static final Pattern SCHEMA_FAULT = Pattern.compile("(?:\\[SAX] )?(cvc-[\\w.-]+): (.*)");
  private static final Pattern NAMESPACE = Pattern.compile("\"urn:[^\"]*\":");
  private static final Pattern RULE_IN_FRONT = Pattern.compile("^\\[[^\\]]*]\\s*-?\\s*");

  private final ValidationExecutorSetRegistry<IValidationSourceXML> rules =
      new ValidationExecutorSetRegistry<>();

  InvoiceRules() {
    EN16931Validation.initEN16931(rules);
    PeppolValidation2026_05.init(rules);
  }

  /** Makes all rules ready that a document may be checked by, so that no supplier waits for it. */
  void prepare() {
    for (boolean isCreditNote : List.of(false, true)) {
      european(isCreditNote).executors().forEach(InvoiceRules::prepare);
      prepare(beyondEuropean(isCreditNote));
    }
  }

  private static void prepare(IValidationExecutor<IValidationSourceXML> executor) {
    switch (executor) {
      case ValidationExecutorXSD structure -> {
        Schema _ = structure.getSchemaProvider().get();
      }
      case IValidationExecutorCacheSupport content -> content.ensureItemIsInCache();
      default -> throw new IllegalStateException("Rules of an unknown kind: " + executor);
    }
  }

  /**
   * What a document breaks, each rule once for each place. Rules of content are only asked where
   * the document's structure is right.
   *
   * @param customization the rules that the document says it follows (BT-24)
   */
  List<Finding> check(Document document, String customization) {
    boolean isCreditNote = CREDIT_NOTE.equals(document.getDocumentElement().getLocalName());
    IValidationSourceXML source = ValidationSourceXML.create("document", document);
    List<Finding> findings = new ArrayList<>();
    boolean isStructured = true;
    for (ValidationResult result :
        ValidationExecutionManager.executeValidation(
            IValidityDeterminator.createDefault(),
            european(isCreditNote),
            source,
            Locale.ENGLISH)) {
      isStructured &= result.getValidity() != EExtendedValidity.SKIPPED;
      add(findings, result, Weight.ERROR);
    }
    if (isStructured && customization.contains(PEPPOL_CUSTOMIZATION)) {
      add(
          findings,
          beyondEuropean(isCreditNote)
              .applyValidation(source, IValidityDeterminator.createDefault(), Locale.ENGLISH),
          Weight.NETWORK);
    }
    return findings.stream().distinct().toList();
  }

  private IValidationExecutorSet<IValidationSourceXML> european(boolean isCreditNote) {
    return set(
        isCreditNote
            ? EN16931Validation.VID_UBL_CREDIT_NOTE_1316
            : EN16931Validation.VID_UBL_INVOICE_1316);
  }

  private IValidationExecutor<IValidationSourceXML> beyondEuropean(boolean isCreditNote) {
    DVRCoordinate id =
        isCreditNote
            ? PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3
            : PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3;
    return set(id).getAllExecutors().stream()
        .filter(
            executor ->
                executor.getValidationArtefact().getRuleResourcePath().endsWith(PEPPOL_RULES))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Peppol's rules are not in " + id));
  }

  private IValidationExecutorSet<IValidationSourceXML> set(DVRCoordinate id) {
    return Optional.ofNullable(rules.getOfID(id))
        .orElseThrow(() -> new IllegalStateException("There are no rules " + id));
  }

  private static void add(List<Finding> findings, ValidationResult result, Weight whenBroken) {
    for (IError error : result.getErrorList()) {
      Weight weight = error.getErrorLevel().isLT(EErrorLevel.ERROR) ? Weight.WARNING : whenBroken;
      findings.add(finding(error, weight));
    }
  }

  private static Finding finding(IError error, Weight weight) {
    String message = String.valueOf(error.getErrorText(Locale.ENGLISH)).strip();
    Matcher schemaFault = SCHEMA_FAULT.matcher(message);
    if (schemaFault.matches()) {
      return new Finding(
          schemaFault.group(1), weight, "", NAMESPACE.matcher(schemaFault.group(2)).replaceAll(""));
    }
    if (error.getErrorID() == null) {
      throw new IllegalStateException(
          "The rules could not be applied: " + message, error.getLinkedException());
    }
    return new Finding(
        error.getErrorID(),
        weight,
        place(Optional.ofNullable(error.getErrorFieldName()).orElse("")),
        RULE_IN_FRONT.matcher(message).replaceFirst(""));
  }

  /** A path such as {@code Invoice/InvoiceLine[2]/Price}. */
  private static String place(String path) {
    StringBuilder place = new StringBuilder();
    Matcher steps = STEP.matcher(path);
    while (steps.find()) {
      String index = Optional.ofNullable(steps.group(2)).filter(at -> !at.equals("[1]")).orElse("");
      place.append(place.isEmpty() ? "" : "/").append(steps.group(1)).append(index);
    }
    return place.toString();
  }
}

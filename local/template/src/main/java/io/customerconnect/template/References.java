package io.customerconnect.template;

/** What the template's resources are called in the place where they run. */
public interface References {

  /**
   * What {@code !Ref} of the resource gives.
   *
   * @throws TemplateException when the place knows no such resource
   */
  String ref(String id);

  /**
   * What {@code !GetAtt} of the resource's attribute gives.
   *
   * @throws TemplateException when the place knows no such resource or attribute
   */
  String attribute(String id, String name);
}

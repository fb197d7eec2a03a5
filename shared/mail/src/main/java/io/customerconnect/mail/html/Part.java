package io.customerconnect.mail.html;

/** What an element is made of: its attributes and what is inside. */
public sealed interface Part permits Attribute, Html {}

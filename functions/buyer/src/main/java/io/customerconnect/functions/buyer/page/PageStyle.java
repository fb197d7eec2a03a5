package io.customerconnect.functions.buyer.page;

import io.customerconnect.mail.html.BaseStyle;
import io.customerconnect.mail.html.StyleSheet;

/** How the page looks: as all pages, and its forms. */
final class PageStyle {
  static final StyleSheet SHEET =
      BaseStyle.and(
          """
          dl+p,dl+form,.help+details{margin-top:1.25rem}
          form+p{margin:1rem 0 0}
          label{display:block;margin:0 0 .25rem;font-weight:600}
          input,textarea{display:block;width:100%;max-width:26rem;margin:0 0 1rem;\
          padding:.625rem .75rem;color:var(--ink);background:var(--sheet);font:inherit;\
          border:1px solid var(--edge);border-radius:4px}
          textarea{max-width:none;min-height:7rem;resize:vertical}
          [aria-invalid]{border:2px solid var(--error)}
          button{display:inline-block;min-height:2.75rem;padding:.625rem 1.5rem;font:inherit;\
          font-weight:600;color:var(--action);background:var(--sheet);\
          border:2px solid var(--action);border-radius:5px;cursor:pointer}
          button:hover{color:var(--action-strong);border-color:var(--action-strong)}
          button.first{color:var(--on-action);background:var(--action)}
          button.first:hover{color:var(--on-action);background:var(--action-strong)}
          details{border-top:1px solid var(--line)}
          details:last-child{border-bottom:1px solid var(--line)}
          summary{padding:.75rem .25rem;font-weight:600;color:var(--action);cursor:pointer}
          summary:hover{color:var(--action-strong)}
          summary h2,summary h3{display:inline;margin:0;font-size:1rem}
          details form{padding:.25rem .25rem 1.25rem}
          .error{margin:0 0 .5rem;color:var(--error);font-weight:600}
          .mistakes{padding:1rem 1.5rem;background:var(--error-ground);\
          border:2px solid var(--error)}
          .mistakes h2{margin-bottom:.5rem;font-size:1rem}
          .mistakes ul{margin:0;padding-left:1.25rem}
          .mistakes a{color:var(--error)}
          @media (max-width:30rem){button{width:100%}.mistakes{padding:1rem 1.125rem}}
          """);

  private PageStyle() {}
}

// A check takes a second or more: the button that started it says so.

/** Make the form's "check" button say that the check runs. */
export function sayChecking(form) {
  let waiting = null;
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.value !== "check") return;
    waiting = { button, label: button.textContent };
    button.textContent = "Checking …";
    button.setAttribute("aria-busy", "true");
  });
  // The browser may bring the page back as it was left.
  addEventListener("pageshow", () => {
    if (!waiting) return;
    waiting.button.textContent = waiting.label;
    waiting.button.removeAttribute("aria-busy");
    waiting = null;
  });
}

// This runs before the first paint, so that a stored choice of colours never flashes. It also tells the
// stylesheet that scripts run; controls that need them stay invisible otherwise.
{
  const root = document.documentElement;
  root.dataset.script = "on";
  try {
    const choice = localStorage.getItem("sitegen:colours");
    if (choice === "light" || choice === "dark") root.dataset.theme = choice;
  } catch {
    // Storage may be forbidden; the colours then follow the system.
  }
}

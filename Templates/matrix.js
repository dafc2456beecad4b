// Remembers what was ticked on a party's checklist, and says how much that is. Without it the boxes can be
// ticked all the same, and forget it with the page.
"use strict";

{
  const boxes = [...document.querySelectorAll(".checklist input")];
  const told = document.querySelector(".ticked");
  const key = (box) => `sitegen:duty ${box.dataset.row}`;

  function tell() {
    told.textContent = `${boxes.filter((box) => box.checked).length} of ${boxes.length} ticked on this page.`;
  }

  for (const box of boxes) {
    try {
      box.checked = localStorage.getItem(key(box)) !== null;
    } catch {
      // Storage may be forbidden; what is ticked then holds for this page only.
    }
    box.addEventListener("change", () => {
      try {
        if (box.checked) localStorage.setItem(key(box), "ticked");
        else localStorage.removeItem(key(box));
      } catch {
        // As above.
      }
      tell();
    });
  }
  if (told) tell();
}

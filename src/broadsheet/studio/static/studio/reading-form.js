// The form for a recording: a file that is too large is told of before it is sent. The page comes
// again while the booth listens to a recording.

const form = document.getElementById("reading-form");
const file = form.elements.file;

file.addEventListener("change", () => {
  const isTooLarge = file.files[0]?.size > Number(form.dataset.mostBytes);
  file.setCustomValidity(isTooLarge ? form.dataset.tooLarge : "");
  file.reportValidity();
});

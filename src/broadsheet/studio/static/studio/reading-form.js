// The form for a recording: a file that is too large is told of before it is sent. While the booth
// listens to a recording, the page comes again as soon as it has done so, unless somebody is busy
// with the form.

const SECONDS = 2;
const form = document.getElementById("reading-form");
const file = form.elements.file;

file.addEventListener("change", () => {
  const isTooLarge = file.files[0]?.size > Number(form.dataset.mostBytes);
  file.setCustomValidity(isTooLarge ? form.dataset.tooLarge : "");
  file.reportValidity();
});

async function look() {
  try {
    const response = await fetch(form.dataset.stateUrl);
    const isDone = response.ok && !(await response.text()).includes('data-moving="yes"');
    if (isDone && !file.value) location.reload();
    if (isDone) return;
  } catch {
    // The line dropped: the next look may find it again.
  }
  setTimeout(look, SECONDS * 1000);
}

if (form.dataset.stateUrl) look();

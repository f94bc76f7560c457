// Picks rows by verdict and by words. Without this the page shows them all.
'use strict';

const form = document.getElementById('filter');
if (form) {
  const search = document.getElementById('search');
  const shown = document.getElementById('shown');
  const rows = [...document.querySelectorAll('.change')].map((element) => ({
    element,
    severity: element.dataset.severity,
    text: element.textContent.toLowerCase(),
  }));
  const sections = [...document.querySelectorAll('.section')].filter((section) => section.querySelector('.change'));
  const count = (number) => `${number} change${number === 1 ? '' : 's'}`;

  const apply = () => {
    const severity = form.elements.severity.value;
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const isPicked = (row) =>
      (severity === 'all' || row.severity === severity) && words.every((word) => row.text.includes(word));
    let number = 0;
    for (const row of rows) {
      row.element.hidden = !isPicked(row);
      number += row.element.hidden ? 0 : 1;
    }
    const isFiltered = severity !== 'all' || words.length > 0;
    for (const section of sections) {
      section.hidden = !section.querySelector('.change:not([hidden])');
      // What was asked for is seen, even in a section that was folded.
      if (isFiltered && !section.hidden) section.open = true;
    }
    shown.textContent = isFiltered ? `${number} of ${count(rows.length)}` : count(rows.length);
  };

  const foldAll = (isOpen) => {
    for (const details of document.querySelectorAll('main details')) details.open = isOpen;
  };

  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('unfold').addEventListener('click', () => foldAll(true));
  document.getElementById('fold').addEventListener('click', () => foldAll(false));
  form.hidden = false;
  // A browser that comes back to the page may have kept what was chosen.
  apply();
}

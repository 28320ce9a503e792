/** Prints a text alone, without the page around it. */
export function printText(text: string): void {
  const sheet = document.createElement('pre');
  sheet.className = 'print-sheet';
  sheet.lang = 'zh-CN';
  sheet.textContent = text;
  document.body.append(sheet);
  document.body.classList.add('printing');
  addEventListener(
    'afterprint',
    () => {
      sheet.remove();
      document.body.classList.remove('printing');
    },
    { once: true },
  );
  print();
}

/** Whether the page behind a place is dark: then the card is too, whatever the system prefers. */
export function isDarkPage(): boolean {
  for (const element of [document.body, document.documentElement]) {
    const light = element && lightness(getComputedStyle(element).backgroundColor);
    if (light !== undefined && light !== null) return light < 0.4;
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return scheme.includes('dark') && (!scheme.includes('light') || prefersDark);
}

/** 0 black to 1 white, by the weights of Rec. 601; nothing for a colour one can see through. */
function lightness(color: string): number | undefined {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return undefined;
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

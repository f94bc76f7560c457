// The texts of the page whose colour is too near to that of what lies below them.
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const channels = (color) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const luminance = (color) => {
  const [red, green, blue] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const background = (element) => {
  const color = getComputedStyle(element).backgroundColor;
  return channels(color)[3] > 0 || !element.parentElement ? color : background(element.parentElement);
};
const contrast = (element) => {
  const [light, dark] = [getComputedStyle(element).color, background(element)].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
return [...document.body.querySelectorAll('*')]
  .filter((element) => hasText(element) && element.checkVisibility() && contrast(element) < 4.5)
  .map((element) => `${element.className || element.localName}: ${element.textContent.slice(0, 30)}`);

// A sheet as a scanner gives it: A4 at 200 dpi, lines of text a little askew, grain everywhere.
const WIDTH = 1654;
const HEIGHT = 2339;
const MARGIN = 160;
const LINE = 41;
const WORDS = 'Cộng hòa xã hội chủ nghĩa Việt Nam độc lập tự do hạnh phúc tờ khai đăng ký khai sinh kính gửi Ủy ban nhân dân xã họ chữ đệm tên người yêu cầu nơi cư trú giấy tờ tùy thân quan hệ với người được khai sinh đề nghị cơ quan'.split(' ');

/** Different at each sheet, the same for the same number. */
const sequence = (seed: number): (() => number) => {
  let state = seed * 2_654_435_761 % 4_294_967_296;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

const TILE = 256;
/** One piece of grain laid over the whole sheet. */
const addGrain = (pen: OffscreenCanvasRenderingContext2D, chance: () => number): void => {
  const tile = new OffscreenCanvas(TILE, TILE);
  const grain = tile.getContext('2d');
  const image = new ImageData(TILE, TILE);
  for (let at = 0; at < image.data.length; at += 4) image.data.set([0, 0, 0, chance() * 22], at);
  grain?.putImageData(image, 0, 0);
  pen.fillStyle = pen.createPattern(tile, 'repeat') ?? 'transparent';
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillRect(0, 0, WIDTH, HEIGHT);
};

export const drawPage = async (no: number): Promise<Blob> => {
  const chance = sequence(no + 1);
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#f4f2ec';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.rotate((chance() - 0.5) * 0.03);
  pen.fillStyle = '#222';
  pen.font = '27px serif';
  for (let y = MARGIN; y < HEIGHT - MARGIN; y += LINE) {
    let text = '';
    while (pen.measureText(text).width < WIDTH - 3 * MARGIN) text += `${WORDS[Math.floor(chance() * WORDS.length)]} `;
    pen.fillText(text, MARGIN, y);
  }
  addGrain(pen, chance);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
};

/** A document camera as an input: its picture is a paper of the transfer, and where there is none, why. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { TRANSFER_ID } from './mock-office.ts';

/** The two bytes with which a JPEG begins, then its marker. */
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

describe.skipIf(!chromiumExecutable())('the camera of the desk', () => {
  const inBrowser = consoleInBrowser();

  /** What was added, by the kind that was typed. */
  async function kept(page: Page): Promise<Map<string, Buffer>> {
    const papers = new Map<string, Buffer>();
    await page.route('**/transfers/*/papers', async (asked) => {
      const body = asked.request().postDataBuffer() ?? Buffer.alloc(0);
      const kind = /name="kind"\r\n\r\n(.*?)\r\n/s.exec(body.toString('utf8'))?.[1] ?? '';
      papers.set(kind, body.subarray(body.indexOf(JPEG)));
      const paper = { id: crypto.randomUUID(), kind, mediaType: 'image/jpeg', byteLength: body.length };
      await asked.fulfill({ status: 201, json: { ...paper, addedAt: '2026-06-08T02:00:00Z' } });
    });
    return papers;
  }
  /** Width and height, as the browser itself reads them. */
  const sizeOf = (page: Page, jpeg: Buffer): Promise<[number, number]> =>
    page.evaluate(
      `fetch('data:image/jpeg;base64,${jpeg.toString('base64')}').then((read) => read.blob()).then(createImageBitmap).then(({ width, height }) => [width, height])`,
    );

  test('takes a picture by keyboard, turned if need be, and it becomes a paper of the transfer', async () => {
    const { page, open, violations } = inBrowser();
    await page.context().grantPermissions(['camera']);
    const papers = await kept(page);
    await open(`/app/transfers/${TRANSFER_ID}`);
    const button = page.getByRole('button', { name: 'Take a picture' });
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'Take a picture of the paper' });
    const take = dialog.getByRole('button', { name: 'Take it', exact: true });
    await expect.poll(() => take.isEnabled()).toBe(true);
    expect(await violations('[role=dialog]')).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.getByRole('img', { name: 'The picture' }).waitFor();
    expect(await violations('[role=dialog]')).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('picture.jpg').waitFor();
    await page.getByLabel('What it is').fill('upright');
    await page.getByRole('button', { name: 'Add the paper' }).click();
    await page.getByText('none chosen').waitFor();
    await button.click();
    await expect.poll(() => take.isEnabled()).toBe(true);
    await take.click();
    await dialog.getByRole('button', { name: 'Turn it' }).click();
    await dialog.getByRole('button', { name: 'Use this picture' }).click();
    await page.getByText('picture.jpg').waitFor();
    await page.getByLabel('What it is').fill('turned');
    await page.getByRole('button', { name: 'Add the paper' }).click();
    await expect.poll(() => papers.size).toBe(2);
    await page.goto('about:blank');
    const [width, height] = await sizeOf(page, papers.get('upright')!);
    expect(width).toBeGreaterThan(height);
    expect(await sizeOf(page, papers.get('turned')!)).toEqual([height, width]);
  });

  test('goes out with its window', async () => {
    const { page, open } = inBrowser();
    await page.context().grantPermissions(['camera']);
    await page.addInitScript(`
      window.streams = [];
      const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
      if (ask) navigator.mediaDevices.getUserMedia = (wanted) => ask(wanted).then((stream) => (window.streams.push(stream), stream));
    `);
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Take a picture' }).click();
    const take = page.getByRole('dialog').getByRole('button', { name: 'Take it', exact: true });
    await expect.poll(() => take.isEnabled()).toBe(true);
    const live = (): Promise<boolean[]> =>
      page.evaluate("streams.flatMap((one) => one.getTracks()).map(({ readyState }) => readyState === 'live')");
    expect(await live()).toContain(true);
    await page.keyboard.press('Escape');
    await expect.poll(live).not.toContain(true);
  });

  test.each([
    ['NotFoundError', 'No camera is connected to this computer.'],
    ['NotAllowedError', 'The browser was not allowed to use the camera.'],
    ['NotReadableError', 'Another program uses the camera.'],
  ])('says why there is no picture (%s), and tries again', async (reason, words) => {
    const { page, open, violations } = inBrowser();
    await page.context().grantPermissions(['camera']);
    await page.addInitScript(`
      const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
      window.refused = true;
      if (ask) navigator.mediaDevices.getUserMedia = (wanted) =>
        window.refused ? Promise.reject(new DOMException('', '${reason}')) : ask(wanted);
    `);
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Take a picture' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(words).waitFor();
    const take = dialog.getByRole('button', { name: 'Take it', exact: true });
    expect(await take.isDisabled()).toBe(true);
    expect(await violations('[role=dialog]')).toEqual([]);
    await page.evaluate('window.refused = false');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => take.isEnabled()).toBe(true);
  });

  test('stands beside the slip: what was shown at the counter becomes part of the transfer', async () => {
    const { page, open, violations } = inBrowser();
    await page.context().grantPermissions(['camera']);
    const papers = await kept(page);
    await open('/app/accept');
    await page.getByLabel('Name', { exact: true }).fill('样例甲');
    await page.getByLabel('ID number').fill('110102199912310357');
    await page.getByLabel('Office of the original place').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    // Typed as an input method for Chinese writes it.
    await page.getByLabel('Queue number').fill('ａ０１２');
    await page.getByRole('button', { name: 'Check the answers' }).click();
    const answers = page.getByRole('article', { name: 'Is everything right?' });
    await answers.getByText('A012').waitFor();
    const asked = page.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/transfers'));
    await answers.getByRole('button', { name: 'Accept' }).click();
    expect((await asked).postDataJSON()).toMatchObject({ queueNumber: 'A012' });
    const panel = page.getByRole('region', { name: 'Papers that were shown' });
    await panel.getByRole('button', { name: 'Take a picture' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Take it', exact: true }).isEnabled()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Use this picture' }).click();
    await panel.getByLabel('What it is').fill('Copy of the ID card');
    await panel.getByRole('button', { name: 'Add the paper' }).click();
    await panel.getByRole('link', { name: 'Added: Copy of the ID card' }).waitFor();
    expect([...papers.keys()]).toEqual(['Copy of the ID card']);
    expect(await violations('main')).toEqual([]);
  });
});

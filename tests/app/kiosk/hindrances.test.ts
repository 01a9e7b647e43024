// When a device must not be handed over, and whose voice reads aloud.

import { expect, test } from 'vitest';
import { hindrancesOf, isInstalled, isIos } from '../../../src/app/features/kiosk/hindrances.ts';
import { voiceFor } from '../../../src/app/features/kiosk/read-aloud.ts';
import { loadText } from '../../../src/app/text/text.ts';

const fit = { persisted: true, quota: 10e9, ios: false, installed: false, hasKey: true, sessionOpen: true } as const;

test.each([
  ['fit', {}, []],
  ['storage that may be thrown away', { persisted: false }, ['storage']],
  ['a browser that says nothing of its storage', { persisted: null, quota: null }, ['storage']],
  ['a small share, as private windows have it', { persisted: false, quota: 100e6 }, ['private']],
  ['a small disk that is kept', { quota: 100e6 }, []],
  ['an iPad in Safari', { ios: true, persisted: false }, ['ios']],
  ['an iPad with Wayside on its home screen', { ios: true, installed: true }, []],
  ['no key, and a session that is planned', { hasKey: false, sessionOpen: false }, ['key', 'session']],
] as const)('%s', (_, given, found) => {
  expect(hindrancesOf({ ...fit, ...given })).toEqual(found);
});

test.each([
  ['en-US', /private/],
  ['es-US', /privada/],
  ['ht', /prive/],
] as const)('of storage that may be thrown away a private window is named as a possible cause: %s', async (language, named) => {
  const loading = await loadText(language);
  await loading.whole();
  expect(loading.text.handOver.hindrance.storage.text).toMatch(named);
});

test('an iPad that calls itself a Mac is told by its touch screen', () => {
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15';
  expect(isIos({ userAgent: mac, maxTouchPoints: 5 })).toBe(true);
  expect(isIos({ userAgent: mac, maxTouchPoints: 0 })).toBe(false);
  expect(isIos({ userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel Tablet)', maxTouchPoints: 5 })).toBe(false);
  expect(isInstalled({ standalone: true }, () => false)).toBe(true);
  expect(isInstalled({ standalone: false }, () => false)).toBe(false);
  expect(isInstalled({}, (query) => query === '(display-mode: standalone)')).toBe(true);
});

test('Haitian Creole is read by a Haitian voice or not at all, and no voice of a faraway server is used', () => {
  const voice = (lang: string, localService: boolean): SpeechSynthesisVoice => ({
    lang,
    localService,
    name: lang,
    voiceURI: lang,
    default: false,
  });
  const voices = [voice('fr_HT', true), voice('es-ES', true), voice('es_US', true), voice('en-GB', false)];
  expect(voiceFor(voices, 'ht')).toBe(null);
  expect(voiceFor([...voices, voice('ht-HT', true)], 'ht')?.lang).toBe('ht-HT');
  expect(voiceFor(voices, 'es-US')?.lang).toBe('es_US');
  expect(voiceFor(voices, 'en-US')).toBe(null);
  expect(voiceFor([...voices, voice('en-AU', true)], 'en-US')?.lang).toBe('en-AU');
});

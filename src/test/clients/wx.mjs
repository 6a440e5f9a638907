// A stand-in for WeChat: as much of wx, App and Page as the sample in mobile-docs/miniprogram uses, with the limits of the real one.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLE = fileURLToPath(new URL('../../../mobile-docs/miniprogram/', import.meta.url));
const require = createRequire(import.meta.url);
const AT_ONCE = 10;
const KEY = 1024 * 1024;
const ALL = 10 * KEY;

export class Phone {
  #hub;
  #online = true;
  #running = 0;
  #listeners = [];
  #storage = new Map();
  #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phone-'));
  #pages = [];
  #app;

  /** Of which operation or path answers get lost on their way back, and how many. */
  lost = { what: '', left: 0 };
  /** Files that wx.chooseMedia gives, and the code that wx.login gives. */
  album = [];
  code = 'code';
  /** Templates that the user accepts when wx.requestSubscribeMessage asks. */
  accepts = [];
  /** Operations and paths asked, and what wx.navigateTo and the like were called with. */
  asked = [];
  went = [];

  constructor(hub) {
    this.#hub = hub;
    fs.mkdirSync(path.join(this.#folder, 'usr'));
    this.start();
  }

  /** Starts the app as after it was ended: nothing is left but storage and saved files. */
  start() {
    this.#app?.onHide?.();
    Object.keys(require.cache)
      .filter((file) => file.startsWith(SAMPLE))
      .forEach((file) => delete require.cache[file]);
    this.#listeners = [];
    this.#pages = [];
    this.#temporary(true);
    globalThis.wx = this.#wx();
    globalThis.App = (app) => (this.#app = app);
    globalThis.getApp = () => this.#app;
    this.module('utils/config.js').HUB = this.#hub;
    this.module('app.js');
    this.#app.onLaunch?.({});
    this.#app.onShow?.({});
  }

  /** Ends timers of the app, and removes its files. */
  end() {
    this.#app.onHide?.();
    fs.rmSync(this.#folder, { recursive: true });
  }

  module(name) {
    return require(path.join(SAMPLE, name));
  }

  /** Opens a page on top of the one that is shown. */
  open(url) {
    this.#top()?.onHide?.();
    const [name, query] = url.replace(/^\//, '').split('?');
    const file = path.join(SAMPLE, name + '.js');
    delete require.cache[file];
    let page;
    globalThis.Page = (given) => (page = given);
    require(file);
    page.data = structuredClone(page.data);
    // What is set reaches the view as JSON.
    page.setData = (values) => Object.assign(page.data, JSON.parse(JSON.stringify(values)));
    this.#pages.push(page);
    const options = Object.fromEntries((query ?? '').split('&').filter(Boolean).map((pair) => pair.split('=')));
    page.loaded = page.onLoad?.(options);
    page.onShow?.();
    return page;
  }

  #top() {
    return this.#pages.at(-1);
  }

  network(online) {
    this.#online = online;
    this.#listeners.forEach((heard) => heard({ isConnected: online, networkType: online ? 'wifi' : 'none' }));
  }

  stored(key) {
    return this.#storage.has(key) ? JSON.parse(this.#storage.get(key)) : '';
  }

  store(key, value) {
    const text = JSON.stringify(value);
    const others = [...this.#storage].reduce((sum, [name, kept]) => sum + (name === key ? 0 : kept.length), 0);
    if (Buffer.byteLength(text) > KEY || others + text.length > ALL) {
      throw new Error('setStorageSync:fail exceed storage max size');
    }
    this.#storage.set(key, text);
  }

  keys() {
    return [...this.#storage.keys()];
  }

  #temporary(anew) {
    const folder = path.join(this.#folder, 'tmp');
    if (anew) {
      fs.rmSync(folder, { recursive: true, force: true });
      fs.mkdirSync(folder);
    }
    return folder;
  }

  /** success is called for any status; fail only when no answer came. */
  async #send(url, options, what, { success, fail, complete }, read) {
    try {
      if (!this.#online || this.#running >= AT_ONCE) {
        throw new Error(this.#online ? 'exceed max concurrent' : 'net::ERR_INTERNET_DISCONNECTED');
      }
      this.#running++;
      this.asked.push(what);
      let answer;
      try {
        const response = await fetch(url, options);
        answer = {
          statusCode: response.status,
          data: read(await response.text()),
          header: Object.fromEntries(response.headers)
        };
      } finally {
        this.#running--;
      }
      if (this.lost.left > 0 && what === this.lost.what && this.lost.left--) {
        throw new Error('net::ERR_CONNECTION_RESET');
      }
      success?.(answer);
    } catch (fault) {
      fail?.({ errMsg: 'request:fail ' + fault.message });
    }
    complete?.({});
  }

  #wx() {
    const go = (how, close) => ({ url, success }) => {
      this.went.push(url);
      close();
      this.open(url);
      success?.();
    };
    return {
      env: { USER_DATA_PATH: path.join(this.#folder, 'usr') },
      request: ({ url, method = 'GET', header, data, ...calls }) => {
        const options = { method, headers: header, body: JSON.stringify(data) };
        void this.#send(url, options, data.operationName ?? new URL(url).pathname, calls, parsed);
      },
      uploadFile: ({ url, filePath, name, header, formData = {}, ...calls }) => {
        const form = new FormData();
        Object.entries(formData).forEach(([part, value]) => form.append(part, value));
        form.append(name, new Blob([fs.readFileSync(filePath)]), path.basename(filePath));
        void this.#send(url, { method: 'POST', headers: header, body: form }, '/attachments', calls, (text) => text);
      },
      setStorageSync: (key, value) => this.store(key, value),
      getStorageSync: (key) => this.stored(key),
      removeStorageSync: (key) => void this.#storage.delete(key),
      getStorageInfoSync: () => ({ keys: this.keys() }),
      login: ({ success }) => success({ code: this.code }),
      onNetworkStatusChange: (listener) => void this.#listeners.push(listener),
      getNetworkType: ({ success }) => success({ networkType: this.#online ? 'wifi' : 'none' }),
      getRandomValues: ({ length, success }) =>
        success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }),
      base64ToArrayBuffer: (text) => new Uint8Array(Buffer.from(text, 'base64')).buffer,
      chooseMedia: ({ count, success }) => {
        const files = this.album.splice(0, count).map((bytes, number) => {
          const file = path.join(this.#temporary(false), `${Date.now()}-${number}.jpg`);
          fs.writeFileSync(file, bytes);
          return { tempFilePath: file, size: bytes.length, fileType: 'image' };
        });
        success({ tempFiles: files, type: 'image' });
      },
      getFileSystemManager: () => ({
        saveFile: ({ tempFilePath, filePath, success }) => {
          fs.renameSync(tempFilePath, filePath);
          success({ savedFilePath: filePath });
        },
        accessSync: (file) => fs.accessSync(file),
        unlink: ({ filePath, success, fail }) =>
          fs.unlink(filePath, (fault) => (fault ? fail?.({ errMsg: fault.message }) : success?.()))
      }),
      navigateTo: go('navigateTo', () => {}),
      reLaunch: go('reLaunch', () => this.#pages.splice(0).forEach((page) => page.onUnload?.())),
      navigateBack: () => {
        this.#pages.pop()?.onUnload?.();
        this.#top()?.onShow?.();
      },
      requestSubscribeMessage: ({ tmplIds, success, fail }) => {
        if (tmplIds.length < 1 || tmplIds.length > 3) {
          fail({ errMsg: 'requestSubscribeMessage:fail Templates count out of max bounds', errCode: 20003 });
          return;
        }
        const said = tmplIds.map((id) => [id, this.accepts.includes(id) ? 'accept' : 'reject']);
        success({ errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(said) });
      },
      stopPullDownRefresh: () => {},
      makePhoneCall: () => {}
    };
  }

  /** The page that is shown. */
  get page() {
    return this.#top();
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A grey photo of so many blocks of 8 pixels in a row: tables in which nothing but "as before" and "end" has a code. */
export function jpeg(blocks) {
  const bytes = (...values) => Buffer.from(values);
  const width = blocks * 8;
  const table = (kind) => bytes(0xff, 0xc4, 0, 20, kind, 1, ...new Array(15).fill(0), 0);
  return Buffer.concat([
    bytes(0xff, 0xd8, 0xff, 0xdb, 0, 67, 0, ...new Array(64).fill(1)),
    bytes(0xff, 0xc0, 0, 11, 8, 0, 8, width >> 8, width & 255, 1, 1, 0x11, 0),
    table(0x00),
    table(0x10),
    bytes(0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0),
    // Two zero bits a block, then ones up to the byte.
    bytes(...new Array(blocks >> 2).fill(0), ...(blocks % 4 ? [255 >> ((blocks % 4) * 2)] : [])),
    bytes(0xff, 0xd9)
  ]);
}

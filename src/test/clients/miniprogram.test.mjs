// The mini-program of mobile-docs/miniprogram on a stand-in for WeChat, against a hub that runs on the sample district.
//   HUB=http://localhost:8080 node --test src/test/clients/miniprogram.test.mjs
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, test } from 'node:test';
import { asking } from './asking.mjs';
import { Phone, jpeg } from './wx.mjs';

const HUB = process.env.HUB ?? 'http://localhost:8080';
const ask = asking(HUB);
const phone = new Phone(HUB);
after(() => phone.end());

const RECORDED = 'visit/';
/** Seconds for which the hub takes a token beyond its end. */
const CLOCKS_DIFFER = 10;
const recorded = () => phone.keys().filter((key) => key.startsWith(RECORDED)).map((key) => phone.stored(key));
const row = (id) => phone.page.data.rows.find((one) => one.id === id);

async function until(what, holds, patience = 30_000) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await holds();
    if (found) {
      return found;
    }
    assert.ok(Date.now() < end, `in time: ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

const VISITS = `query($me: ID!, $ids: [String!]!) { node(id: $me) { ... on Person {
  visits(filter: { clientId: { in: $ids } }) { edges { node { clientId rejection { code } attachments { width } } } } } } }`;
const ACCEPTED = 'query($me: ID!) { node(id: $me) { ... on Person { wechatUsers { weekVisits overdue } } } }';
async function visits(...ids) {
  const { me } = await ask('{ me { person } }');
  const { node } = await ask(VISITS, { me: me.person, ids });
  return node.visits.edges.map((edge) => edge.node);
}

async function login() {
  const page = phone.open('/pages/login/login');
  await page.byPassword({ detail: { value: { username: 'agent', password: 'demo' } } });
  assert.equal(page.data.message, '');
  await until('the first screen', () => phone.page.data.rows?.length > 0);
}

/** Records a visit the way a person does; its clientId. */
async function visit(project, progress, photos = []) {
  const before = new Set(recorded().map((entry) => entry.visit.clientId));
  phone.page.recordVisit({ currentTarget: { dataset: project } });
  phone.page.pickChannel({ detail: { value: '1' } });
  phone.page.write({ detail: { value: progress } });
  phone.album = photos;
  if (photos.length) {
    await phone.page.addPhotos();
  }
  await phone.page.save();
  return recorded().find((entry) => !before.has(entry.visit.clientId)).visit.clientId;
}

const state = (clientId) => phone.stored(RECORDED + clientId).state;
/** The text says who did it when the same hub is tried again and again. */
const said = (what) => `${what} ${Date.now()}`;

test('a name and a password lead to the first screen', async () => {
  phone.open('/pages/day/day');
  assert.equal(phone.went.at(-1), '/pages/login/login', 'who is not logged in is asked to');
  await phone.page.byPassword({ detail: { value: { username: 'agent', password: 'wrong' } } });
  assert.match(phone.page.data.message, /用户名|密码/);
  await login();
  assert.equal(phone.went.at(-1), '/pages/day/day');
  if (process.env.SWEEP) {
    await until('every visit of the week is due or done', async () => {
      await phone.page.load();
      return phone.page.data.rows.every((one) => one.state);
    });
  }
  assert.ok(phone.page.data.counters.due + phone.page.data.counters.done > 0);
});

test('a project opens, and opens again without a network', async () => {
  const { id, name } = phone.page.data.rows[0];
  phone.page.openProject({ currentTarget: { dataset: { id } } });
  await phone.page.loaded;
  assert.equal(phone.page.data.project.name, name);
  assert.ok(phone.page.data.owners.length > 0);
  phone.network(false);
  phone.open('/pages/project/project?id=' + id);
  await phone.page.loaded;
  assert.equal(phone.page.data.project.name, name);
  assert.match(phone.page.data.note, /没有网络.*的内容/);
  phone.network(true);
  wx.reLaunch({ url: '/pages/day/day' });
  await until('the day', () => phone.page.data.rows.length > 0 && phone.page.data.note === '');
});

test('a visit recorded without a network outlives the app, arrives once, and is done', async () => {
  const project = phone.page.data.rows.find((one) => !one.done) ?? phone.page.data.rows[0];
  const done = phone.page.data.counters.done;
  phone.network(false);
  const clientId = await visit(project, said('桩基施工过半'));
  assert.equal(row(project.id).waiting, true);
  phone.start();
  phone.open('/pages/day/day');
  await until('what was seen last', () => row(project.id));
  assert.equal(row(project.id).waiting, true);
  assert.equal(phone.page.data.waiting[0].visit.clientId, clientId);
  assert.deepEqual(await visits(clientId), []);
  // The first answer gets lost: the hub has the visit, the phone does not know.
  phone.lost = { what: 'RecordVisits', left: 1 };
  phone.network(true);
  await until('it is delivered', () => state(clientId) === 'DONE');
  assert.equal((await visits(clientId)).length, 1);
  await until('it is done', () => row(project.id)?.done && !row(project.id).waiting);
  if (!project.done && project.state !== '免访') {
    await until('it counts', () => phone.page.data.counters.done === done + 1);
  }
});

test('the same goes out again under the same ids as long as no answer comes', async () => {
  const project = phone.page.data.rows[0];
  phone.network(false);
  const ids = [];
  for (const progress of ['材料进场', '基坑验收', '围挡完成']) {
    ids.push(await visit(project, said(progress)));
  }
  const sent = [];
  const request = wx.request;
  wx.request = (options) => {
    if (options.data.operationName === 'RecordVisits') {
      sent.push(JSON.stringify(options.data.variables));
    }
    request(options);
  };
  phone.lost = { what: 'RecordVisits', left: 2 };
  phone.network(true);
  await until('all are delivered', () => ids.every((id) => state(id) === 'DONE'));
  wx.request = request;
  assert.equal(new Set(sent.slice(0, 3)).size, 1, 'the first, which was tried without a network, is on its way alone');
  assert.equal(new Set(sent).size, 2, 'the others go together, and unchanged as often as they must');
  assert.equal((await visits(...ids)).length, 3);
});

test('photos outlive the app as well and hang on their visit', async () => {
  const project = phone.page.data.rows[0];
  phone.network(false);
  const clientId = await visit(project, said('现场照片'), [jpeg(3), jpeg(5), Buffer.from('no photo')]);
  phone.start();
  phone.lost = { what: '/attachments', left: 1 };
  phone.network(true);
  phone.open('/pages/day/day');
  await until('it is delivered', () => state(clientId) === 'DONE');
  const [found] = await visits(clientId);
  assert.deepEqual(found.attachments.map((photo) => photo.width).sort(), [24, 40]);
  const photos = phone.stored(RECORDED + clientId).photos;
  assert.match(photos[2].reason, /./);
  await until('sent photos leave the phone', () => photos.map((photo) => fs.existsSync(photo.file)).join() === 'false,false,true');
});

test('a visit that does not count stays with its reason', async () => {
  const mine = new Set(phone.page.data.rows.map((one) => one.id));
  const { projects } = await ask('{ projects(first: 100) { edges { node { id name } } } }');
  const anothers = projects.edges.map((edge) => edge.node).find((one) => !mine.has(one.id));
  // On a phone whose clock is a year late the project was not served yet.
  const now = Date.now;
  Date.now = () => now() - 365 * 24 * 3600 * 1000;
  const early = await visit(phone.page.data.rows[0], said('路过'));
  Date.now = now;
  const strange = await visit(anothers, said('路过'));
  await until('they are judged', () => state(early) === 'REJECTED' && state(strange) === 'REJECTED');
  const reasons = new Map((await visits(early, strange)).map((one) => [one.clientId, one.rejection.code]));
  assert.equal(reasons.get(early), 'NOT_SERVED');
  assert.equal(reasons.get(strange), 'NOT_A_MEMBER');
  phone.start();
  phone.open('/pages/day/day');
  for (const clientId of [early, strange]) {
    const shown = phone.page.data.uncounted.find((entry) => entry.visit.clientId === clientId);
    assert.equal(shown.code, reasons.get(clientId));
    assert.match(shown.reason, /\p{Script=Han}/u);
  }
  await until('the day', () => phone.page.data.rows.length > 0);
});

test('one that is not well formed holds up no other', async () => {
  phone.network(false);
  const project = phone.page.data.rows[0];
  const bad = await visit({ id: 'com_drkwokb6djtrcsa2jfzn6vlh6u', name: '不是项目' }, said('不是项目'));
  const good = await visit(project, said('是项目'));
  phone.network(true);
  await until('both are judged', () => state(bad) !== 'WAITING' && state(good) !== 'WAITING');
  assert.equal(state(good), 'DONE');
  assert.match(state(bad), /REFUSED|REJECTED/);
  assert.ok(phone.stored(RECORDED + bad).reason);
});

test('an expired token is renewed, once for all who wait', async (t) => {
  const hub = phone.module('utils/hub.js');
  await login();
  const first = phone.stored('session');
  phone.store('session', { ...first, until: 0 });
  phone.asked = [];
  await Promise.all([1, 2, 3, 4, 5].map(() => hub.ask('MyDay')));
  assert.equal(phone.asked.filter((what) => what === '/auth/token').length, 1);
  assert.notEqual(phone.stored('session').refresh, first.refresh);
  const life = Number(process.env.LIFE ?? 600);
  if (life > 30) {
    t.diagnostic(`SKIPPED: access tokens of this hub last for ${life} s, which is too long to wait for their end`);
    return;
  }
  await new Promise((done) => setTimeout(done, (life + CLOCKS_DIFFER) * 1000 + 1500));
  const old = phone.stored('session');
  phone.store('session', { ...old, until: Date.now() + 60_000 });
  phone.asked = [];
  await Promise.all([1, 2, 3].map(() => hub.ask('MyDay')));
  assert.equal(phone.asked.filter((what) => what === 'MyDay').length, 6, 'each is told TOKEN_EXPIRED and asks again');
  assert.equal(phone.asked.filter((what) => what === '/auth/token').length, 1);
});

test('an ended session leads to the log-in, and what waits is sent after it', async () => {
  wx.reLaunch({ url: '/pages/day/day' });
  await until('the day', () => phone.page.data.rows.length > 0);
  const project = phone.page.data.rows[0];
  phone.network(false);
  const clientId = await visit(project, said('会话结束前'));
  phone.store('session', { ...phone.stored('session'), refresh: 'ses_unknown', until: 0 });
  phone.network(true);
  await until('the log-in', async () => {
    await phone.page.load?.();
    return phone.went.at(-1) === '/pages/login/login';
  });
  assert.equal(state(clientId), 'WAITING');
  await login();
  await until('it is delivered', () => state(clientId) === 'DONE');
});

test('WeChat logs in whom it knows', async (t) => {
  wx.reLaunch({ url: '/pages/login/login' });
  await phone.page.byWeChat();
  if (process.env.WECHAT !== 'on') {
    assert.match(phone.page.data.message, /微信/);
    t.diagnostic('SKIPPED: this hub takes no log-in by WeChat');
    return;
  }
  assert.equal(phone.page.data.link, true);
  await phone.page.byPassword({ detail: { value: { username: 'agent', password: 'demo' } } });
  await phone.page.logout();
  await phone.page.byWeChat();
  await until('the first screen', () => phone.page.data.rows?.length > 0);
});

test('a message that the user accepts in WeChat is counted once, and one that is refused is not', async (t) => {
  assert.equal(phone.page.data.messages, false, 'nothing is offered without templates');
  phone.module('utils/config.js').TEMPLATES = ['tmpl-week', 'tmpl-overdue'];
  wx.reLaunch({ url: '/pages/day/day' });
  assert.equal(phone.page.data.messages, true);
  await phone.page.remind();
  assert.match(phone.page.data.told, /未同意/);
  phone.accepts = ['tmpl-week'];
  // The answer gets lost, so the same goes out again.
  phone.lost = { what: 'AcceptMessages', left: 1 };
  await phone.page.remind();
  if (process.env.WECHAT !== 'on') {
    assert.match(phone.page.data.told, /没有设好/);
    t.diagnostic('SKIPPED: this hub takes no log-in by WeChat');
    return;
  }
  assert.match(phone.page.data.told, /提醒您一次/);
  const { me } = await ask('{ me { person } }');
  const { node } = await ask(ACCEPTED, { me: me.person });
  assert.deepEqual(node.wechatUsers, [{ weekVisits: 1, overdue: 0 }]);
});

test('copies give way when the phone is full, and what was recorded stays', () => {
  const store = phone.module('utils/store.js');
  for (let i = 0; i < 11; i++) {
    store.copy('somebody', 'large-' + i, 'x'.repeat(1_000_000));
  }
  const before = recorded().length;
  store.put('visit/full', { account: 'somebody', text: 'x'.repeat(900_000) });
  assert.equal(recorded().length, before + 1);
  assert.ok(phone.keys().every((key) => !key.startsWith('copy/large')));
});

test('what a screen calls is there', () => {
  const sample = new URL('../../../mobile-docs/miniprogram/', import.meta.url);
  const { pages } = JSON.parse(fs.readFileSync(new URL('app.json', sample)));
  for (const page of pages) {
    const opened = phone.open('/' + page);
    const view = fs.readFileSync(new URL(page + '.wxml', sample), 'utf8');
    const called = [...view.matchAll(/\bbind\w+="(\w+)"/g)].map((match) => match[1]);
    assert.ok(called.length > 0);
    called.forEach((name) => assert.equal(typeof opened[name], 'function', `${page}: ${name}`));
  }
});

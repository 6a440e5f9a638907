// The strip above the editor, and GraphiQL below it asking as whoever was chosen there.

import { Session, read } from './session.js';

const PUBLIC = ['public', '公众'];
const ROLES = [
  ['agent', '代办员'],
  ['department-approver', '审批部门'],
  ['window-clerk', '窗口人员'],
  ['town-trader', '交易员'],
  ['trading-centre', '交易中心'],
  ['trading-administration', '交易管理'],
  ['supervisor', '监督员'],
  ['analyst', '分析员'],
  ['case-officer', '办案人员'],
  ['director', '领导'],
  ['importer', '数据导入员'],
  ['administrator', '管理员'],
  ['owner', '项目业主'],
  ['supplier', '供应商'],
  ['applicant', '申请人'],
  ['bank', '银行'],
];
const DEMO_PASSWORD = 'demo';
const LANGUAGE = 'lianshu.language';
const QUESTION = `# 在此写问题，按 Ctrl-Enter 提问；身份在上面选。
# Ask here with Ctrl-Enter; choose above who asks.
{
  lots {
    totalCount
  }
}
`;

const part = id => document.getElementById(id);

let language = sessionStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'zh';
const session = new Session(() => language, () => show());

function press(group, value) {
  for (const button of group.children) {
    button.setAttribute('aria-pressed', String(button.value === value));
  }
}

function inBoth(chinese, english) {
  const translation = document.createElement('span');
  translation.lang = 'en';
  translation.textContent = english;
  return [`${chinese} `, translation];
}

function show() {
  const name = session.name ?? PUBLIC[0];
  const [, chinese] = [PUBLIC, ...ROLES].find(([slug]) => slug === name) ?? [name, '已登录：'];
  part('who').replaceChildren(...inBoth(chinese, name));
  part('login').hidden = name !== PUBLIC[0];
  part('logout').hidden = name === PUBLIC[0];
  press(part('roles'), name);
  press(part('language'), language);
}

function tell(message) {
  part('message').textContent = message;
  part('message').hidden = message === '';
}

/** Does what a click asks for, and tells what the hub refuses. */
async function attempt(deed) {
  tell('');
  try {
    await deed();
    return true;
  } catch (refused) {
    tell(refused.message);
    return false;
  }
}

function roleButton([slug, chinese]) {
  const button = document.createElement('button');
  button.value = slug;
  button.append(...inBoth(chinese, slug));
  button.addEventListener('click', () =>
    attempt(() => (slug === PUBLIC[0] ? session.logOut() : session.logIn(slug, DEMO_PASSWORD))));
  return button;
}

async function offerRoles() {
  const answer = await read(await fetch('graphiql/demo', { cache: 'no-store' }));
  if (answer.demo === true) {
    part('roles').replaceChildren(...[PUBLIC, ...ROLES].map(roleButton));
    part('demo').hidden = false;
    show();
  }
}

async function ask(question, options) {
  try {
    const headers = { Accept: 'application/graphql-response+json, application/json;q=0.9', ...options?.headers };
    return await read(await session.post('graphql', question, headers));
  } catch (refused) {
    // GraphiQL shows this where the answer would stand.
    return { errors: [{ message: refused.message }] };
  }
}

part('login').addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.currentTarget;
  const { username, password } = form.elements;
  if (await attempt(() => session.logIn(username.value.trim(), password.value))) {
    form.reset();
  }
});
part('logout').addEventListener('click', () => attempt(() => session.logOut()));
part('language').addEventListener('click', event => {
  const button = event.target.closest('button');
  if (button !== null) {
    language = button.value;
    sessionStorage.setItem(LANGUAGE, language);
    show();
  }
});

show();
attempt(offerRoles);
ReactDOM.createRoot(part('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: ask,
    defaultQuery: QUESTION,
    // Questions may name people, so they stay in this tab like the tokens.
    storage: sessionStorage,
    shouldPersistHeaders: false,
  }));

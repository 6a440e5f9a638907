// Who asks: logs in and out, keeps the tokens for this tab alone, and renews them before they run out.

const KEY = 'lianshu.session';
const MARGIN = 30_000;

/** What the hub refused, or what became of a call to it, in words for the user. */
export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function send(path, body, headers) {
  try {
    return await fetch(path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
    });
  } catch {
    throw new Refused('联枢没有应答 / The hub did not answer', 0);
  }
}

/** The answer's JSON, or what stands for it when it has none. */
export async function read(response) {
  try {
    return await response.json();
  } catch {
    return { errors: [{ message: `联枢的答复无法读取 / The hub's answer cannot be read (HTTP ${response.status})` }] };
  }
}

export class Session {
  /** The account that is logged in, with its tokens; nothing for the public. */
  #held = null;
  #renewing = null;
  #attempt = 0;
  #language;
  #changed;

  constructor(language, changed) {
    this.#language = language;
    this.#changed = changed;
    this.#held = JSON.parse(sessionStorage.getItem(KEY));
  }

  get name() {
    return this.#held?.name ?? null;
  }

  async logIn(name, password) {
    const attempt = ++this.#attempt;
    const held = await this.#tokens({ username: name, password }, name);
    // Whoever clicked again meanwhile wants the later one.
    if (attempt !== this.#attempt) {
      this.#revoke(held);
      return;
    }
    this.#revoke(this.#held);
    this.#hold(held);
  }

  logOut() {
    this.#attempt++;
    this.#revoke(this.#held);
    this.#hold(null);
  }

  /** Posts as whoever is logged in; what the caller's own headers say comes first. */
  async post(path, body, headers) {
    const own = new Headers(headers);
    const asksAs = this.#held !== null && !own.has('Authorization');
    const post = async renew => {
      const all = this.#headers();
      const token = asksAs ? await this.#access(renew) : null;
      if (token !== null) {
        all.set('Authorization', `Bearer ${token}`);
      }
      own.forEach((value, name) => all.set(name, value));
      return send(path, body, all);
    };
    const response = await post(false);
    return asksAs && response.status === 401 ? post(true) : response;
  }

  async #access(renew) {
    const held = this.#held;
    if (held === null) {
      return null;
    }
    if (!renew && Date.now() < held.renewAt) {
      return held.access;
    }
    this.#renewing ??= this.#renew(held).finally(() => {
      this.#renewing = null;
    });
    await this.#renewing;
    return this.#held?.access ?? null;
  }

  async #renew(held) {
    let fresh;
    try {
      fresh = await this.#tokens({ refresh_token: held.refresh }, held.name);
    } catch (refused) {
      const over = refused.status >= 400 && refused.status < 500 && refused.status !== 429;
      if (over && this.#held === held) {
        this.#hold(null);
      }
      throw refused;
    }
    if (this.#held === held) {
      this.#hold(fresh);
    } else {
      this.#revoke(fresh);
    }
  }

  async #tokens(wish, name) {
    const response = await send('auth/token', wish, this.#headers());
    const answer = await read(response);
    if (!response.ok || typeof answer.access_token !== 'string') {
      const told = answer.errors?.[0]?.message;
      throw new Refused(told ?? `联枢拒绝登录 / The hub refused the login (HTTP ${response.status})`, response.status);
    }
    const life = answer.expires_in * 1000;
    return {
      name,
      access: answer.access_token,
      refresh: answer.refresh_token,
      renewAt: Date.now() + life - Math.min(MARGIN, life / 4),
    };
  }

  /** The hub forgets the account's tokens; when it cannot be told, they run out by themselves. */
  #revoke(held) {
    if (held !== null) {
      send('auth/logout', { refresh_token: held.refresh }, this.#headers()).catch(() => {});
    }
  }

  #headers() {
    return new Headers({ 'Content-Type': 'application/json', 'Accept-Language': this.#language() });
  }

  #hold(held) {
    this.#held = held;
    if (held === null) {
      sessionStorage.removeItem(KEY);
    } else {
      sessionStorage.setItem(KEY, JSON.stringify(held));
    }
    this.#changed();
  }
}

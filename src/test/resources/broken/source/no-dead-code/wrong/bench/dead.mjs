// const old = await ask(query);
export const x = 1;

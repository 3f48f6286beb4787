// Given to Electron by `-r`, for tests only: Postkey is not ready before a test says that Playwright is attached. Playwright loses
// sight of a window whose first page is loading at the moment when it attaches, and then waits for it in vain.
const { app } = require('electron');

const ready = app.whenReady();
const driven = new Promise((resolve) => {
  Object.assign(globalThis, { goOnDriven: resolve });
});

app.whenReady = async () => {
  await driven;
  await ready;
};

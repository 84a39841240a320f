// A widget tells its frame its height.
(() => {
  const here = new URL(document.currentScript.src).origin;
  if (parent !== window && location.origin === here) {
    for (const link of document.links) link.search ||= location.search;
    const tell = () => parent.postMessage({ undersigned: document.body.getBoundingClientRect().height }, "*");
    new ResizeObserver(tell).observe(document.body);
    return addEventListener("message", tell);
  }
  const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(`${here}/`));
  addEventListener("message", ({ origin, source, data }) => {
    const height = origin === here && +data?.undersigned;
    const frame = height > 0 && frames().find(({ contentWindow }) => contentWindow === source);
    if (frame) frame.style.height = `${Math.min(height + 2, 4000)}px`;
  });
  for (const { contentWindow } of frames()) contentWindow.postMessage("", "*");
})();

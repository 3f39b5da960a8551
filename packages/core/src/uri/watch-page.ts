/** Where platforms show streams; ingest has hosts of its own. */
const WATCH_HOSTS: ReadonlySet<string> = new Set([
  "youtube.com",
  "youtu.be",
  "twitch.tv",
  "facebook.com",
  "fb.watch",
  "kick.com",
  "vimeo.com",
  "dailymotion.com",
]);

/** Whether people watch at an address: a platform's page, or a playlist (HLS, DASH). */
export function isWatchPage(host: string, path: string): boolean {
  const site = host
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^(?:www|m)\./, "");
  return WATCH_HOSTS.has(site) || /\.(?:m3u8|mpd)$/i.test(path);
}

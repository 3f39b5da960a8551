/** What a test may set for the user, as settings.json has it. */
export type UserSettings = Readonly<Record<string, unknown>>;

/** The user's settings of every workbench: nothing asks, nothing moves, and a picture shows the editor. */
export const SETTINGS: UserSettings = {
  "breadcrumbs.enabled": false,
  "chat.commandCenter.enabled": false,
  "chat.disableAIFeatures": true,
  "editor.cursorBlinking": "solid",
  "editor.fontFamily": "DejaVu Sans Mono",
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  // A browser's windows save by themselves otherwise.
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.banner": "always",
  "security.workspace.trust.startupPrompt": "never",
  "telemetry.telemetryLevel": "off",
  "window.commandCenter": false,
  "workbench.colorTheme": "Default Dark Modern",
  // A window over the window would keep the keyboard.
  "workbench.editor.useModal": "off",
  "workbench.enableExperiments": false,
  "workbench.layoutControl.enabled": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.tree.enableStickyScroll": false,
};

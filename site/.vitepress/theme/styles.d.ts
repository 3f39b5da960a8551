// What a bundler makes of a style sheet.
declare module "*.css";

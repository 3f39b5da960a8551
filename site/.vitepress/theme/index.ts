// Without fonts of its own: pages are shown in the reader's.
import theme from "vitepress/theme-without-fonts";
import "./style.css";

export default theme;

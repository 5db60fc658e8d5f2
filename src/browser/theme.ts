/**
 * Runs before the first paint, so that a chosen theme never flashes; its hash stands in the content security
 * policy.
 */
export const themeScript =
  "try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";

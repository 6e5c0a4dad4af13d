// Style sheets are put together by esbuild.
declare module "*.css";

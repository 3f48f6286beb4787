// Asked by electron-builder before it gathers libraries: there are none to gather, Vite bundled them all. Without this answer it
// takes those of the checkout.
module.exports = async () => false;

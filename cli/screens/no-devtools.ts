// Ink asks for react-devtools-core when DEV is set; the bundle has this in its place.
export default {initialize: () => {}, connectToDevTools: () => {}}

import postData from '../../vocabulary/posts.yml'

const {post} = postData as {post: string}

/** Expressions with the word for a post put in where they have `<post>`. */
export const withPosts = (expressions: readonly string[]): string[] =>
  expressions.map((expression) => expression.replaceAll('<post>', post))

package io.lianshu.platform.read;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectField;
import graphql.language.Selection;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import graphql.validation.Validator;
import java.util.Locale;
import java.util.function.Predicate;

/** Takes parts out of a document, one at a time, as long as it stays valid and a condition holds. */
final class DocumentShrinker {

    private static final int MOST_ATTEMPTS = 400;

    private final GraphQLSchema schema;

    DocumentShrinker(GraphQLSchema schema) {
        this.schema = schema;
    }

    SampleRequest shrink(SampleRequest request, Predicate<SampleRequest> condition) {
        SampleRequest smallest = request;
        int place = 0;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Document document = new Parser().parseDocument(smallest.document());
            Removal removal = new Removal(place);
            Document smaller = (Document) new AstTransformer().transform(document, removal);
            if (!removal.done) {
                break;
            }
            SampleRequest candidate = smallest.with(AstPrinter.printAst(smaller));
            if (isValid(candidate.document()) && condition.test(candidate)) {
                smallest = candidate;
            } else {
                place++;
            }
        }
        return smallest;
    }

    private boolean isValid(String text) {
        try {
            Document document = new Parser().parseDocument(text);
            return new Validator()
                    .validateDocument(schema, document, Locale.ENGLISH)
                    .isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Removes the removable node at one place in the order of visiting. */
    private static final class Removal extends NodeVisitorStub {

        private int left;
        private boolean done;

        private Removal(int place) {
            this.left = place;
        }

        @Override
        protected TraversalControl visitNode(Node node, TraverserContext<Node> context) {
            Node parent = context.getParentNode();
            boolean removable = node instanceof Selection<?>
                    || node instanceof Argument && !(parent instanceof Directive)
                    || node instanceof Directive
                    || node instanceof ObjectField
                    || node instanceof VariableDefinition
                    || node instanceof FragmentDefinition
                    || parent instanceof ArrayValue;
            if (removable && !done && left-- == 0) {
                done = true;
                return TreeTransformerUtil.deleteNode(context);
            }
            return TraversalControl.CONTINUE;
        }

        @Override
        public TraversalControl visitField(graphql.language.Field node, TraverserContext<Node> context) {
            return visitNode(node, context);
        }
    }
}

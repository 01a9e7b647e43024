// Plain English words of three to eight letters, everyday things and moods, none that sounds like another of them: easy to say, to
// spell and to write down. The first 1,024 are used, so that ten random bits choose one of them evenly.

export const plainWords: readonly string[] = `
abacus acorn actor adult agate agent airport album alley almanac almond aloe alphabet amber ample amused anchor animal ankle answer
antler anvil apple apron arena armchair arrow artist aspen asphalt atlas attic autumn avenue awake axle baby backpack badge bagel baker
balcony ball ballet balloon bamboo banana band banjo banner barber bark barley barn barrel basement basil basin basket bath battery bay
bazaar beach bead beak bean beard beaver bed beetle bell bench bicycle bingo bird biscuit bison blanket blender blink blossom blouse
board boat bold bonfire bonnet book boot border bottle boulder bowl box bracelet bramble branch brass brave bread breeze brick bridge
bright brisk bronze broom brother brown brush bubble bucket bugle builder bunny bus bush butter button cabbage cabin cable cactus cake
calendar calm camel camera camp canal candle candy canoe canvas canyon cape captain caravan card cargo carpet carrot cart carton castle
cat cave cedar celery cello cement center chain chair chalk channel chapter charm cheer cheese cherry chess chest chicken child chime
chimney chorus cider cinema circle circus city clarinet class clay clever cliff climber clinic cloak clock cloth cloud clover coach
coast coat cobbler cocoa coconut coffee coin collar color column comet compass concert cook cookie copper coral cord cork corn corner
cottage cotton couch counter country cousin cove cow cozy crab cradle crane crater crayon creek cricket crisp crown crumb crystal cube
cucumber cup cupboard curb curious curtain curve cushion cycle daffodil daily dairy daisy dance dancer dapple dawn dazzle deck delta
denim dentist desert desk dial diamond diary dinner dish doctor dog dolphin domino donkey door dove dragon drawer dress drift driver
drum duck dune dusk eager eagle early earth easel east easy echo eclipse editor egg elbow elephant elevator elk elm ember emerald
engine envelope equal evening exit fabric face factory falcon family fancy farm farmer fast father feather fence fern ferry fiddle
field fig film finch finger fir fish flag flame flannel flask flint flock floor flute foam fog folder food foot forest fork fountain
fox frame freckle fresh friend friendly frog frost fruit funnel gable galaxy gallery gallon game garage garden garlic gate gazelle
gecko gentle geyser giant giggle ginger giraffe glacier glad glass gleam glide globe glove glow goat gold goose grain grand grandma
granite grape graph grass gravel gravy green grid guest guide guitar gulf gull gym hail hall hamlet hammer hammock hamster hand handle
happy harbor harmony harp harvest hat hawk hay hazel head heart hearth hedge heel helmet hen heron hiker hill hinge history hobby
hockey holiday hollow holly home honest honey hood hook horizon horn hose hotel hover hug humble ice icicle inch indigo ink inlet inn
insect island ivory ivy jacket jaguar jam janitor jar jasmine jeans jelly jet jewel jigsaw jockey joke jolly journal journey joyful jug
juice jump jungle juniper kangaroo kayak kennel kettle keyboard kilt kind kitchen kite kitten kiwi knee knob koala label lace ladder
lagoon lake lamb lamp lantern laptop lark lasso laugh laundry lava lavender lawn leaf leather ledge lemon lentil leopard letter lettuce
level library lid light lilac lily lime line linen list lively lizard llama lobby lobster local locket log lotus loyal lucky lumber
lunar lunch lute lynx lyric machine magnet magpie mailbox mallet mammoth mango mantle maple marble margin market marsh mask mast match
mattress maze meadow meal medal mellow melody melon memory menu mermaid merry metal meter mighty mill mineral minnow mint minute mirror
misty mitten modest mole moment monkey month moon moose morning mosaic moss moth mother motor mountain mouse movie muffin mule museum
music mustard nail name napkin navy neat neck needle neighbor nephew nest net nickel niece noble noodle noon normal north nose note
notebook novel number nurse nut nutmeg oak oasis oats oboe ocean octagon octopus office oil olive onion opal open opera orange orbit
orchard orchid organ osprey ostrich otter ounce oven owl oxygen oyster paddle page paint palace palm pan pancake panda panel pansy
pantry papaya paper parade parcel parent park parrot parsley parsnip party passport pasta paste pastry patch path patient patio pattern
pea peach peacock peanut pearl pebble pecan pelican pen pencil penguin penny pepper perfect perfume piano piccolo pickle picnic picture
pie pier pigeon pillow pilot pine pink pipe pirate pitcher pizza planet plank plant plate plaza pleasant plow plumber pocket poem poet
polite pollen pond pony pool popcorn poplar poppy porch porridge port porter postcard pot potato pottery powder prairie pretzel printer
prism prize proud prune pudding puddle pulley pumpkin pupil puppet puppy pure purple purse puzzle pyramid quail quarry quart quartz
question quick quiet quill quilt rabbit raccoon radio radish raft rail rain rainbow raisin rake ranch ranger rapid raven ravine razor
ready recipe record reef referee ribbon rice ripple rising river robe robin robot rock rocket roof room rooster root rope rowboat royal
ruby rudder rug ruler runner rustic rye saddle safe sailor salad salmon salt sand sandal sandy sapling sardine satin saturn saucer
sausage scale scarf school science scissors scooter scout screen screw seal season seat seaweed seed sequoia shade shadow sheep shelf
shell shield shiny ship shirt shoe shore shoulder shovel shower shrimp shrub shutter sidewalk signal silk silver simple singer single
sink sister skate ski skillet skip skirt sky sled sleeve slipper slope smile smooth snail snow snowy soap soccer sock sofa soft soil
solar solid song sonnet soup south spaniel spark sparkle sparrow spice spider spinach spiral sponge spoon spring sprout spruce square
squash squid squirrel stable stadium stage stamp star starfish station statue steady steam stem step stew still stone stool stork storm
story stove straw stream street string student studio sturdy suede sugar suit summer summit sunny sunset super surf swallow swan
sweater sweet swift swing symbol syrup table tablet tack tailor talent tape tapestry teacher team teapot tender tennis tent terrace
thank thimble thistle thread throne thumb thunder ticket tide tidy tiger tile timber timer tin tiny toast tomato tongs tooth top torch
tortoise toucan towel tower town toy tractor trail train tranquil travel tray treasure tree trophy trout truck trumpet trunk tuba tulip
tuna tunnel turkey turnip turtle tutor twig twine twinkle umbrella uncle unicorn uniform upper usual valley van vanilla vase velvet
vest village vine vinegar viola violet violin visit vivid voice volcano vowel voyage waffle wagon waiter wall walnut warbler warm wasp
watch water wax weather weaver whale wheat wheel whisper whistle white wide willow wind window wing winter wire wise wolf wonder wool
word worker workshop wren wrist writer yak yard yarn year yellow yogurt young zebra zero zigzag zinc zipper zone zucchini
`
  .trim()
  .split(/\s+/);
